// Progressive enhancement only: everything here also works as a link or a form without a script.
const $ = (selector, root = document) => root.querySelector(selector);
const below = document.documentElement.dataset.below ?? ""; // the sub-path the product is served at

// The field somebody types in. One in a dialog just closed keeps the focus until the next frame.
const typing = (target) => {
  const field = target.closest?.("input, textarea, select, [contenteditable]");
  return field?.checkVisibility() ? field : null;
};
const composer = () => $("#what");

document.cookie = `pilotlog-zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}; path=${below}/; max-age=31536000; samesite=lax`;

let going = false; // "g" was pressed, a letter says where to

document.addEventListener("keydown", (event) => {
  const field = typing(event.target);
  const inComposer = field && (field === composer() || field.id === "learned");
  const logs = inComposer && !event.shiftKey && !event.isComposing; // Shift begins a new line
  if (event.key === "Enter" && field?.form && (logs || event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && field && field === composer()) field.blur();
  if (field?.closest(".charter form")) { // a line that is edited where it stands
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      field.form.requestSubmit();
    }
    if (event.key === "Escape") $("a.btn", field.form).click();
  }
  const menu = event.target.closest?.("details.menu[open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    $("summary", menu).focus();
  }
  if (field || event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
  if (going) $(`#keys [data-letter="${CSS.escape(event.key)}"]`)?.click();
  going = event.key === "g";
  if (event.key === "?") $("#keys")?.showModal();
  if (event.key === "n") {
    event.preventDefault();
    composer() ? composer().focus() : location.assign(`${below}/log`);
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

// Where the keyboard of a phone lies over the page, what is fixed to its foot stands above the keyboard.
visualViewport?.addEventListener("resize", () => {
  const under = Math.max(0, innerHeight - visualViewport.height - visualViewport.offsetTop);
  document.documentElement.style.setProperty("--keyboard", `${under}px`);
});

document.addEventListener("click", (event) => {
  if (event.target.closest(".close-sheet") && history.length > 1) {
    event.preventDefault();
    history.back();
  }
  if (event.target.closest("[data-opens=keys]")) $("#keys")?.showModal();
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

let sentFrom = ""; // the heading of the section in which something was pressed
document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const isPage = ctx.target?.id === "main"; // its address is that of the page shown; a part has none
  if (ctx.request.method === "POST" && isPage) ctx.replace ??= "true";
  sentFrom = document.activeElement?.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
});

let path = location.pathname; // of the page that is shown

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx.target?.id !== "main") { // somebody may be typing beside it
    ctx.target?.querySelector?.("form.fields :is(input, textarea, select):not([type=hidden])")?.focus();
    return;
  }
  const before = path;
  path = ctx.response.raw.url ? new URL(ctx.response.raw.url).pathname : path;
  const heading = $("#main h1");
  if (path !== before && heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  } else {
    const again = sentFrom && document.getElementById(sentFrom);
    const inPlace = again && !again.parentElement.contains(composer()) ? again : null;
    if (inPlace) inPlace.tabIndex = -1;
    const first = $("#main [autofocus]") ?? inPlace ?? composer() ?? $("#main");
    first?.focus({ preventScroll: !$("#main [autofocus]") });
  }
  toEnd();
});

const toEnd = () => {
  const scroll = $(".tl-scroll");
  if (scroll && scroll.scrollWidth > scroll.clientWidth) scroll.scrollLeft = scroll.scrollWidth;
};

// Who has just started a pilot goes on where the line that is half written ends.
const begun = $("#what[autofocus]");
if (begun?.value) begun.setSelectionRange(begun.value.length, begun.value.length);

toEnd();
