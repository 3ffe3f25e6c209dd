// After a part of the timeline was swapped: focus stays on the control used, and the picture where it was.
let used = null; // the id of the link that asked, and how far the picture was scrolled

document.addEventListener("htmx:before:swap", (event) => {
  const { target, sourceElement } = event.detail?.ctx ?? {};
  if (target?.id !== "timeline") return;
  used = { id: sourceElement?.id, left: document.querySelector(".tl-scroll")?.scrollLeft ?? 0 };
});

document.addEventListener("htmx:after:swap", (event) => {
  if (!used || event.detail?.ctx?.target?.id !== "timeline") return; // another part, in between
  const scroll = document.querySelector(".tl-scroll");
  if (scroll) scroll.scrollLeft = used.left;
  const again = document.getElementById(used.id) ?? document.querySelector("#timeline [aria-current]");
  if (document.activeElement === document.body) again?.focus({ preventScroll: true }); // else somebody went on
  used = null;
});

// One tab stop: arrows go from mark to mark, up and down to the next lane, Home and End to its ends.
const lanes = () => [...document.querySelectorAll("#timeline g[role=list]")].map((lane) => [...lane.querySelectorAll("a.mark")]);
const place = (mark) => mark.getBoundingClientRect().left;

const stopAt = (mark) => {
  for (const each of lanes().flat()) each.tabIndex = each === mark ? 0 : -1;
};

const nextTo = (mark, key) => {
  const all = lanes();
  const row = all.findIndex((marks) => marks.includes(mark));
  const marks = all[row].toSorted((one, other) => place(one) - place(other));
  const at = marks.indexOf(mark);
  const near = (lane) => lane?.toSorted((one, other) => Math.abs(place(one) - place(mark)) - Math.abs(place(other) - place(mark)))[0];
  return { ArrowLeft: marks[at - 1], ArrowRight: marks[at + 1], Home: marks[0], End: marks.at(-1), ArrowUp: near(all[row - 1]), ArrowDown: near(all[row + 1]) }[key];
};

document.addEventListener("keydown", (event) => {
  const mark = event.target.closest?.("#timeline a.mark");
  const next = mark && nextTo(mark, event.key);
  if (!next) return;
  event.preventDefault();
  stopAt(next);
  next.focus();
});

document.addEventListener("focusin", (event) => event.target.matches?.("#timeline a.mark") && stopAt(event.target));

const begin = () => stopAt(document.querySelector("#timeline a.mark[aria-current]") ?? lanes()[0]?.at(-1));
document.addEventListener("htmx:after:swap", begin);
begin();
