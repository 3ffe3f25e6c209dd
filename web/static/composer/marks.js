// Marks in the line what was read in it. The marks lie in a copy of the text below the field.
const field = () => document.querySelector("#what");
const copy = () => document.querySelector("#marks");

let marked = ""; // the text the marks are of
let marks = []; // [from, to, field, whether surely]

const paint = () => {
  if (!copy() || !field()) return;
  const text = field().value;
  let at = 0;
  const parts = [];
  for (const [from, to, name, surely] of marks) {
    if (from < at) continue;
    parts.push(text.slice(at, from), Object.assign(document.createElement("mark"), { className: `m-${name}${surely ? "" : " unsure"}`, textContent: text.slice(from, to) }));
    at = to;
  }
  copy().replaceChildren(...parts, `${text.slice(at)}\u200b`);
};

// While one types on, a mark stays with its words until they change or are read anew.
const follow = () => {
  const text = field().value;
  const most = Math.min(text.length, marked.length);
  let before = 0;
  while (before < most && text[before] === marked[before]) before += 1;
  let after = 0;
  while (after < most - before && text.at(-1 - after) === marked.at(-1 - after)) after += 1;
  const by = text.length - marked.length;
  marks = marks.flatMap(([from, to, ...rest]) =>
    to <= before ? [[from, to, ...rest]] : from >= marked.length - after ? [[from + by, to + by, ...rest]] : []);
  marked = text;
  paint();
};

export const readAnew = () => {
  const chips = document.querySelector("#chips");
  if (!chips || !field()) return;
  const read = chips.querySelector("[name=read]")?.value.replaceAll("\r\n", "\n");
  if (read !== field().value) return follow(); // of a text that has gone on meanwhile
  marked = read;
  marks = JSON.parse(chips.dataset.marks);
  paint();
};

document.addEventListener("input", (event) => event.target === field() && follow());
document.addEventListener("scroll", (event) => event.target === field() && (copy().scrollTop = field().scrollTop), true);
document.addEventListener("htmx:after:swap", readAnew);
readAnew();
