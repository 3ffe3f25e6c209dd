// Logs in the background: the row stands there at once, the line is empty and ready for the next.
import { readAnew } from "./marks.js";
import { add, change, drop, person, post, send, waiting } from "./queue.js";

const $ = (selector, root = document) => root.querySelector(selector);
const form = () => $("#log");
const line = () => $("#what");
const KEPT = ["text", "learned"];
const draft = () => `pilotlog-draft:${person()}:${$("#log [name=pilot]")?.type === "hidden" ? form().elements.pilot.value : ""}`;

const show = () => {
  const rows = waiting().map((entry) => {
    const row = $("#waiting-row").content.cloneNode(true).firstElementChild;
    const said = new Map(entry.fields);
    $(".said", row).textContent = [said.get("text"), said.get("learned")].filter(Boolean).join(" · ");
    $("[data-state=refused]", row).textContent = entry.error ?? "";
    for (const each of row.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== entry.state;
    const does = { refused: ["edit", "drop"], waiting: ["again"], "signed-out": ["sign-in"] }[entry.state] ?? [];
    for (const each of row.querySelectorAll("[data-does]")) each.hidden = !does.includes(each.dataset.does);
    row.dataset.id = entry.id;
    return row;
  });
  $("#waiting")?.replaceChildren(...rows.reverse());
  const band = $("#offline");
  const count = waiting().filter((each) => each.state === "waiting").length;
  if (!band) return;
  band.hidden = navigator.onLine && !count;
  band.textContent = band.dataset.kept.replace("{n}", count);
};

// Only the pilot stays chosen; everything else is of the line that was sent.
const empty = () => {
  for (const name of [...KEPT, "because", "caret"]) form().elements.namedItem(name).value = "";
  $("#log [name=to]")?.remove();
  $("#chips .chips").replaceChildren();
  form().elements.command_id.value = crypto.randomUUID();
  localStorage.removeItem(draft());
  readAnew();
  htmx.trigger("#chips", "read");
};

const fill = (fields) => {
  for (const [name, value] of fields) {
    const field = form().elements.namedItem(name);
    if (field && name !== "command_id" && name !== "pilot") field.value = value;
  }
  line().focus();
  line().dispatchEvent(new Event("input", { bubbles: true }));
};

const restore = () => {
  if (!form() || line().value || line().hasAttribute("aria-invalid")) return;
  const kept = JSON.parse(localStorage.getItem(draft()) ?? "{}");
  for (const name of KEPT) {
    const field = form().elements.namedItem(name);
    if (kept[name]) Object.assign(field, { value: kept[name] }).dispatchEvent(new Event("input", { bubbles: true }));
  }
};

const quietly = async (sent) => {
  const button = $("[type=submit]", sent);
  if (button.ariaBusy === "true") return; // a second press does nothing
  button.ariaBusy = "true";
  const came = await post(sent.action, new FormData(sent));
  button.ariaBusy = "false";
  if (came.state === "saved") {
    sent.remove();
    return document.dispatchEvent(new CustomEvent("pilotlog:saved", { detail: { position: came.position } }));
  }
  const error = $(".error", sent) ?? sent.appendChild(Object.assign(document.createElement("p"), { className: "error", role: "alert" }));
  error.textContent = came.error ?? $(`#waiting-row`).content.querySelector(`[data-state=${came.state}]`).textContent;
};

document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-quiet]")) {
    event.preventDefault();
    quietly(event.target);
  }
  if (event.target !== form() || event.submitter?.formAction.endsWith("/log/understood")) return;
  event.preventDefault();
  if (!line().value.trim()) return line().focus();
  add([...new FormData(form())]);
  empty();
  line().focus();
}, true);

document.addEventListener("input", (event) => {
  if (event.target.form !== form() || !KEPT.includes(event.target.name)) return;
  localStorage.setItem(draft(), JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, form().elements.namedItem(name).value]))));
});

document.addEventListener("click", ({ target }) => {
  const rejects = target.closest?.("button[data-rejects]");
  if (rejects) reject(rejects.dataset);
  const row = target.closest?.("#waiting > li");
  const does = target.closest?.("[data-does]")?.dataset.does;
  if (row && does === "again") {
    change(row.dataset.id, { state: "saving" });
    send();
  }
  if (row && does === "drop") drop(row.dataset.id);
  if (row && does === "edit") {
    fill(waiting().find((each) => each.id === row.dataset.id).fields);
    drop(row.dataset.id);
  }
});

// A word that was not meant so stays in the line as a plain word.
const reject = ({ rejects, value }) => {
  const field = form().elements.namedItem(rejects);
  field.value = value ?? (rejects === "mode" ? "contribute" : "");
  htmx.trigger("#chips", "read");
  line().focus();
};

document.addEventListener("keydown", (event) => {
  const rejects = event.key === "Backspace" && event.target.closest?.("summary[data-rejects]");
  if (!rejects) return;
  event.preventDefault();
  reject(rejects.dataset);
});

document.addEventListener("click", (event) => {
  const begins = event.target.closest?.("a[data-begins]");
  if (!begins || !form()) return;
  event.preventDefault();
  const { pilot, because } = begins.dataset;
  if (pilot && form().elements.pilot.type !== "hidden") form().elements.pilot.value = pilot;
  form().elements.because.value = because ?? "";
  fill([["text", begins.dataset.begins]]);
});

addEventListener("storage", ({ key }) => { // another window of the same person sent something
  if (!key?.startsWith("pilotlog-queue:")) return;
  show();
  htmx.trigger("#logged", "saved");
});
addEventListener("online", show);
addEventListener("offline", show);
document.addEventListener("pilotlog:waiting", show);
document.addEventListener("pilotlog:saved", () => {
  if ($("#logged") && !$("#logged .edit-entry")) htmx.trigger("#logged", "saved"); // somebody types in it
});
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx.target?.id !== "main") return;
  restore();
  show();
  readAnew();
});
restore();
show();
send();
