// What was logged stays on this device, for the person who typed it, until the server has said yes.
const below = document.documentElement.dataset.below ?? ""; // the sub-path the product is served at
const AGAIN = 15_000; // milliseconds between two tries
const PATIENCE = 20_000; // milliseconds an answer may take

export const person = () => document.querySelector("#waiting")?.dataset.who;
const place = () => `pilotlog-queue:${person()}`;
export const waiting = () => JSON.parse(localStorage.getItem(place()) ?? "[]");
const keep = (entries) => {
  localStorage.setItem(place(), JSON.stringify(entries));
  document.dispatchEvent(new Event("pilotlog:waiting"));
};
export const change = (id, state) => keep(waiting().map((each) => (each.id === id ? { ...each, ...state } : each)));
export const drop = (id) => keep(waiting().filter((each) => each.id !== id));

export const add = (fields) => {
  const id = new Map(fields).get("command_id");
  keep([...waiting(), { id, fields, typed: new Date().toISOString(), state: "saving", tries: 0 }]);
  return send();
};

// Sends a form for a script: the position where it is stored, or why it is not.
export const post = async (path, fields) => {
  const body = new URLSearchParams(fields);
  const asked = { method: "POST", body, headers: { accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) };
  const answer = await fetch(path, asked).catch(() => null);
  const said = await answer?.json().catch(() => null);
  if (answer?.status === 401) return { state: "signed-out" };
  if (!answer || answer.status >= 500 || answer.status === 429 || !said) return { state: "waiting" };
  if (answer.ok) return { state: "saved", position: said.position };
  return said.field === "who" ? { state: "signed-out" } : { state: "refused", error: said.detail };
};

const sendAll = async () => {
  for (const { id, state } of waiting()) {
    const entry = waiting().find((each) => each.id === id); // it may have been dropped meanwhile
    if (!entry || state === "refused") continue;
    const later = entry.tries ? [["said_at", entry.typed]] : [];
    change(id, { tries: entry.tries + 1 });
    const came = await post(`${below}/log`, [...entry.fields, ...later]);
    if (came.state === "saved") {
      document.dispatchEvent(new CustomEvent("pilotlog:saved", { detail: { id, position: came.position } }));
      drop(id);
      continue;
    }
    change(id, came);
    if (came.state !== "refused") return;
  }
};

// One window sends at a time; what is sent twice all the same is stored once.
export const send = () =>
  person() && waiting().length && navigator.locks.request(place(), { ifAvailable: true }, (lock) => lock && sendAll());

window.addEventListener("online", send);
setInterval(send, AGAIN);
