// Keeps what is logged without a network on this device, and sends it later with its own time and id.
const QUEUE = "pilotlog-queue";
const below = document.documentElement.dataset.below ?? ""; // the sub-path the product is served at
const AGAIN = 30_000; // milliseconds between two tries

const waiting = () => JSON.parse(localStorage.getItem(QUEUE) ?? "[]");
const keep = (entries) => localStorage.setItem(QUEUE, JSON.stringify(entries));
const form = () => document.querySelector("#log");
const named = (entry, name) => entry.fields.find(([field]) => field === name)?.[1] ?? "";

const say = (name, values, href) => {
  const sentences = document.querySelector("#toasts").dataset; // in the reader's language
  const sentence = sentences[name].replace(/{(\w+)}/g, (_, value) => values[value]);
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(sentence);
  if (href) toast.append(Object.assign(document.createElement("a"), { href, className: "link", textContent: sentences.open }));
  document.querySelector("#toasts").replaceChildren(toast);
};

const wait = (log) => {
  const fields = [...new FormData(log)].filter(([name]) => name !== "said_at");
  fields.push(["said_at", new Date().toISOString()]);
  keep([...waiting(), { who: log.dataset.who, fields }]);
  for (const name of ["text", "learned", "read", "read_learned", "with", "medium", "minutes", "occurred_at"]) {
    const field = log.elements.namedItem(name);
    if (field) field.value = "";
  }
  log.elements.namedItem("command_id").value = crypto.randomUUID();
  document.dispatchEvent(new Event("pilotlog:kept"));
  say("kept", { n: waiting().length });
  log.elements.namedItem("text").focus();
};

const send = async () => {
  const ours = waiting().filter((entry) => entry.who === form()?.dataset.who);
  for (const entry of ours) {
    const answer = await fetch(`${below}/log`, { method: "POST", body: new URLSearchParams(entry.fields) }).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 401) return;
    const id = named(entry, "command_id");
    keep(waiting().filter((each) => named(each, "command_id") !== id));
    if (answer.ok) say("sent", {});
    else say("refused", { text: named(entry, "text") }, `${below}/log?${new URLSearchParams(entry.fields)}`);
  }
};

const sendAll = () => waiting().length && navigator.locks.request(QUEUE, { ifAvailable: true }, (lock) => lock && send());

document.addEventListener(
  "submit",
  (event) => {
    if (event.target !== form() || navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wait(event.target);
  },
  true,
);
document.addEventListener("htmx:error", (event) => {
  if (form() && event.detail?.ctx?.sourceElement === form()) wait(form());
});
window.addEventListener("online", sendAll);
setInterval(sendAll, AGAIN);
sendAll();
