// Keys on the review: j and k move from pilot to pilot, Enter opens the one in focus, d decides about it.
const titles = () => [...document.querySelectorAll(".line h3 a")];

document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !titles().length) return;
  const line = document.activeElement.closest(".line");
  const at = titles().findIndex((title) => title.closest(".line") === line);
  if (event.key === "j") titles()[Math.min(at + 1, titles().length - 1)].focus();
  if (event.key === "k") titles()[Math.max(at - 1, 0)].focus();
  if (event.key === "d") line?.querySelector("a[href*='/take-decision']")?.click();
});
