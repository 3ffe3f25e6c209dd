// Find or do: a dialog over any page; without a script its link leads to a page with the same list.
const dialog = () => document.querySelector("#find");
const field = () => document.querySelector("#find-q");
const options = () => [...document.querySelectorAll("#found [role=option]")];

const open = () => {
  if (!dialog() || dialog().open) return;
  dialog().querySelector("[name=pilot]").value = document.querySelector("[data-opens=find]").dataset.pilot;
  dialog().showModal();
  field().select();
  ask();
};

const ask = () => field().dispatchEvent(new Event("find"));

const choose = (option) => {
  options().forEach((each) => each.setAttribute("aria-selected", each === option));
  field().setAttribute("aria-expanded", options().length > 0);
  field().setAttribute("aria-activedescendant", option?.id ?? "");
  option?.scrollIntoView({ block: "nearest" });
};

const what = (option) => (option?.id === "found-all" ? option.id : option?.href); // all results have another address with each letter

let picked; // what keys chose since something was typed: it stays chosen whenever an answer comes

const chosen = () => options().findIndex((each) => each.getAttribute("aria-selected") === "true");

const MOVES = {
  ArrowDown: () => options().at((chosen() + 1) % options().length),
  ArrowUp: () => options().at(chosen() - 1),
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    open();
  }
  if (event.target !== field()) return;
  if (MOVES[event.key] && options().length) {
    event.preventDefault();
    const option = MOVES[event.key]();
    picked = what(option);
    choose(option);
  }
  if (event.key === "Enter" && chosen() >= 0) {
    event.preventDefault();
    options()[chosen()].click();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-opens=find]") && !event.ctrlKey && !event.metaKey && dialog()) {
    event.preventDefault();
    open();
  }
});

document.addEventListener("htmx:after:init", ({ target }) => target === field() && dialog().open && ask()); // opened before htmx was there

document.addEventListener("input", ({ target }) => {
  if (target === field()) picked = undefined;
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx.target?.id === "found") choose(options().find((each) => what(each) === picked) ?? options()[0]);
});
