// Keys on the review: j and k move from pilot to pilot, Enter opens the one in focus, as any link.
document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !"jk".includes(event.key)) return;
  const titles = [...document.querySelectorAll(".line h3 a")];
  const line = document.activeElement.closest(".line");
  const at = titles.findIndex((title) => title.closest(".line") === line);
  const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
  titles[Math.min(next, titles.length - 1)]?.focus();
});
