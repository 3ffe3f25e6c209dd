// Keeps what is being typed into the composer on this device until it is logged.
const DRAFT = "pilotlog-draft";
const FIELDS = ["what", "learned"];

const drafts = () => JSON.parse(localStorage.getItem(DRAFT) ?? "{}");
const whose = () => document.querySelector("#log")?.dataset.who;

const restore = () => {
  const draft = drafts();
  if (draft.who !== whose()) return;
  for (const id of FIELDS) {
    const field = document.getElementById(id);
    if (field && !field.value && draft[id]) {
      field.value = draft[id];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
};

document.addEventListener("input", (event) => {
  if (!FIELDS.includes(event.target.id)) return;
  localStorage.setItem(DRAFT, JSON.stringify({ ...drafts(), who: whose(), [event.target.id]: event.target.value }));
});

const logged = () => {
  if (document.querySelector("#toasts .toast")) localStorage.removeItem(DRAFT);
};

document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail?.ctx?.target?.id === "main") logged();
});
document.addEventListener("pilotlog:kept", () => localStorage.removeItem(DRAFT));

logged();
restore();
