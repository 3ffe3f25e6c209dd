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
  again?.focus({ preventScroll: true });
  used = null;
});
