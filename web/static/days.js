// A day is typed, or picked from a calendar that speaks the language of the page and comes when it is first asked for.
const language = document.documentElement.lang;
const inWords = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
  day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
});
const clock = /,?\s*\d{1,2}:\d{2}.*$/; // behind a day: the time, which stays when another day is picked

const pick = (field, day) => {
  const time = field.value.match(clock)?.[0] ?? "";
  field.value = inWords.format(new Date(`${day}T00:00:00Z`)) + time;
  field.dataset.day = day + (field.dataset.day.match(/T.*/)?.[0] ?? "");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

// Below its field, above where there is no room, and never beyond the window.
const put = (sheet, field) => {
  const at = field.getBoundingClientRect(), own = sheet.getBoundingClientRect(), edge = 8;
  const below = at.bottom + 6 + own.height <= innerHeight;
  const top = below ? at.bottom + 6 : Math.max(edge, at.top - 6 - own.height);
  const left = Math.max(edge, Math.min(at.left, innerWidth - own.width - edge));
  Object.assign(sheet.style, { top: `${top}px`, left: `${left}px` });
};

const turn = (slot, sign, says) => {
  const words = document.createElement("span");
  words.slot = slot;
  const seen = document.createElement("span"), heard = document.createElement("span");
  [seen.ariaHidden, seen.textContent] = ["true", sign];
  [heard.className, heard.textContent] = ["vh", says];
  words.append(seen, heard);
  return words;
};

const open = async (field, says) => {
  await import("./vendor/cally.js");
  const sheet = document.createElement("div");
  sheet.className = "day-sheet";
  sheet.popover = "auto";
  const calendar = document.createElement("calendar-date");
  calendar.locale = language === "en" ? "en-GB" : language;
  calendar.value = /^\d{4}-\d{2}-\d{2}/.exec(field.dataset.day)?.[0] ?? "";
  if (field.dataset.max) calendar.max = field.dataset.max;
  calendar.append(document.createElement("calendar-month"), turn("previous", "‹", says.before), turn("next", "›", says.after));
  sheet.append(calendar);
  (field.closest("dialog") ?? document.body).append(sheet);
  sheet.showPopover();
  await customElements.whenDefined("calendar-month");
  requestAnimationFrame(() => requestAnimationFrame(() => {
    put(sheet, field);
    calendar.focus();
  }));
  calendar.addEventListener("change", () => {
    sheet.hidePopover();
    pick(field, calendar.value);
    field.focus();
  });
  sheet.addEventListener("toggle", ({ newState }) => newState === "closed" && sheet.remove());
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.(".pick-day");
  if (button) open(button.previousElementSibling, button.dataset);
});

// What was typed is no longer the day that was shown.
document.addEventListener("input", ({ target, isTrusted }) => {
  if (isTrusted && target.matches?.("input.day")) target.dataset.day = "";
});
