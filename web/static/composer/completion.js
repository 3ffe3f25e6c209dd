// Completes what is typed into the line: arrows choose, Tab or a press takes, Enter once one was chosen.
const field = () => document.querySelector("#what");
const list = () => document.querySelector("#completions");
const options = () => [...(list()?.children ?? [])];
const isOpen = () => list() && !list().hidden && options().length > 0;
let chosen = -1;

const choose = (number) => {
  chosen = number;
  options().forEach((each, n) => each.setAttribute("aria-selected", n === chosen));
  if (options()[chosen]) field().setAttribute("aria-activedescendant", options()[chosen].id);
  else field().removeAttribute("aria-activedescendant");
};

const close = () => {
  if (list()) list().hidden = true;
  if (field()) choose(-1);
};

// Below the word it completes, and never outside the line it belongs to.
const place = () => {
  if (!isOpen()) return;
  const copy = document.querySelector("#marks");
  const range = document.createRange();
  const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  let left = Number(options()[0].dataset.start);
  let node = walk.nextNode();
  while (node && left >= node.length) {
    left -= node.length;
    node = walk.nextNode();
  }
  if (!node) return;
  range.setStart(node, left);
  range.setEnd(node, left + 1);
  const word = range.getBoundingClientRect();
  const form = list().offsetParent.getBoundingClientRect();
  const most = form.width - list().offsetWidth - 8;
  list().style.insetInlineStart = `${Math.max(8, Math.min(word.left - form.left, most))}px`;
  list().style.insetBlockStart = `${word.bottom - form.top + 6}px`;
};

const take = (option) => {
  const line = field();
  const { start, inserts, experiment } = option.dataset;
  if (experiment) {
    document.querySelector("#log [name=experiment]").value = experiment;
  } else {
    const rest = line.value.slice(line.selectionStart);
    const gap = /^[\s,.;:]/.test(rest) ? "" : " ";
    line.setRangeText(inserts + gap, Number(start), line.selectionStart, "end");
  }
  close();
  line.focus();
  line.dispatchEvent(new Event("input", { bubbles: true }));
};

document.addEventListener("keydown", (event) => {
  if (event.target !== field() || !isOpen()) return;
  const last = options().length - 1;
  if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : 0);
  else if (event.key === "ArrowUp" && chosen >= 0) choose(chosen - 1);
  else if (event.key === "Tab" && !event.shiftKey) take(options()[Math.max(chosen, 0)]);
  else if (event.key === "Enter" && chosen >= 0) take(options()[chosen]);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

// Before the line is read: where one types. An answer that comes later is of another word.
document.addEventListener("input", (event) => {
  if (event.target !== field()) return;
  close();
  document.querySelector("#log [name=caret]").value = field().selectionStart;
});
document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest?.("#completions > li");
  if (!option) return close();
  event.preventDefault();
  take(option);
});
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx.target?.id !== "chips" && ctx.sourceElement?.id !== "chips") return;
  choose(-1);
  if (document.activeElement !== field()) close();
  place();
});
