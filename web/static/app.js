// Progressive enhancement only: everything here also works as a link or a form without a script.
const $ = (selector, root = document) => root.querySelector(selector);

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const composer = () => $("#what");

document.cookie = `pilotlog-zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}; path=/; max-age=31536000; samesite=lax`;

let going = false; // "g" was pressed, a letter says where to
const PLACES = { h: "/", r: "/review", p: "/pilots", l: "/lessons", s: "/search" };

document.addEventListener("keydown", (event) => {
  const field = typing(event.target);
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && field?.form) {
    event.preventDefault();
    field.form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && field && field === composer()) field.blur();
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  if (going && PLACES[event.key]) location.assign(PLACES[event.key]);
  going = event.key === "g";
  if (event.key === "?") $("#keys")?.showModal();
  if (event.key === "n") {
    event.preventDefault();
    composer() ? composer().focus() : location.assign("/log");
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-opens=keys]")) $("#keys")?.showModal();
});

document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail?.ctx?.target?.id !== "main") return; // somebody may be typing beside it
  const first = $("#main [autofocus]") ?? composer() ?? $("#main");
  first?.focus({ preventScroll: !$("#main [autofocus]") });
  toEnd();
});

const toEnd = () => {
  const scroll = $(".tl-scroll");
  if (scroll && scroll.scrollWidth > scroll.clientWidth) scroll.scrollLeft = scroll.scrollWidth;
};

toEnd();
