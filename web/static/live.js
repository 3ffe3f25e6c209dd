// Live windows: hears what changed, and lets regions fetch themselves anew without disturbing anybody.
// A region is what `ui.live()` marks: it answers to the event "live" with a request for itself.
const REGION = '[hx-trigger="live"]';
const below = document.documentElement.dataset.below ?? ""; // the sub-path the product is served at
const PACE = 1000; // milliseconds between two looks, however much happens

const badge = () => document.querySelector("#live");
const pill = () => document.querySelector("#news");
const regions = () => [...document.querySelectorAll(REGION)];
const byId = (root, id) => root.querySelector(`[id="${CSS.escape(id)}"]`);

let source, pilot, timer;
let latest = 0; // the last position heard of
let shown = 0; // the last position somebody asked to be shown
let rested = 0; // when the next look may be
const asked = new WeakMap(); // region: the position it was fetched for
const edited = new WeakSet(); // regions in which somebody typed or chose
const waiting = new Map(); // region: an answer that would move what is being read

const say = (state) => {
  if (badge()) Object.assign(badge(), { textContent: badge().dataset[state], className: `live live-${state === "live" ? "on" : state}` });
};

const stop = () => {
  source?.close();
  source = null;
  say("paused");
};

const listen = () => {
  if (!badge() || !regions().length) return source?.close();
  latest = Math.max(latest, badge().dataset.after);
  if (document.hidden) return stop();
  if (source && source.readyState !== EventSource.CLOSED && pilot === badge().dataset.pilot) return tell();
  source?.close();
  pilot = badge().dataset.pilot;
  source = new EventSource(`${below}/live?${new URLSearchParams({ pilot, after: latest })}`);
  source.onopen = source.onerror = tell;
  source.addEventListener("changed", (event) => {
    latest = Math.max(latest, JSON.parse(event.data).position);
    soon(Math.random() * 200); // not all windows at once
  });
};

const tell = () => {
  const state = ["reconnecting", "live", "paused"][source.readyState];
  say(state);
  if (state === "paused") setTimeout(listen, 15000); // signed out, or a proxy without its server
};

const soon = (wait) => {
  timer ??= setTimeout(() => {
    timer = null;
    regions().filter(isBehind).forEach((region) => region.dispatchEvent(new Event("live")));
  }, Math.max(wait, rested - Date.now()));
};

const isBehind = (region) =>
  (asked.get(region) ?? badge()?.dataset.after) < latest && !document.hidden && !isEdited(region);

const isEdited = (region) =>
  edited.has(region) || (region.contains(document.activeElement) && document.activeElement.closest("form"));

// Whether showing it would move something that stays, unless all of that is below what is in view.
const moves = (region, fresh) => {
  const here = region.getBoundingClientRect();
  if (here.top >= innerHeight) return false;
  const copy = fresh.cloneNode(true);
  const open = [...region.querySelectorAll("details")].map((each) => each.open);
  copy.querySelectorAll("details").forEach((each, n) => (each.open = open[n]));
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", width: `${here.width}px` });
  region.after(copy);
  const there = copy.getBoundingClientRect();
  const moved = [...copy.querySelectorAll("[id]")].some((each) => {
    const old = byId(region, each.id)?.getClientRects()[0]; // none: a pattern, say, lies nowhere
    return old && Math.abs(old.top - here.top - each.getBoundingClientRect().top + there.top) >= 1;
  });
  copy.remove();
  return moved || Math.abs(here.height - there.height) >= 1;
};

const announce = () => {
  const { one, many, changed } = pill().dataset;
  const count = [...waiting].reduce((sum, [, ctx]) => sum + ctx.fresh.length, 0);
  pill().textContent = count > 1 ? many.replace("{n}", count) : count ? one : changed;
  pill().hidden = !waiting.size;
};

const show = async () => {
  const answers = [...waiting.values()];
  const first = answers.flatMap((ctx) => ctx.fresh)[0] ?? answers[0]?.sourceElement.id;
  shown = latest; // also by what is still on its way
  waiting.clear();
  announce();
  for (const ctx of answers) await htmx.swap(ctx);
  document.getElementById(first)?.querySelector("a")?.focus();
};

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches(REGION)) asked.set(ctx.sourceElement, latest);
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches(REGION)) rested = Date.now() + PACE;
  soon(0); // for what came meanwhile
});

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const region = ctx.sourceElement;
  if (!region.matches(REGION)) return;
  const fresh = byId(tasks[0]?.fragment ?? document.createDocumentFragment(), region.id);
  waiting.delete(region);
  if (!fresh || ctx.response.status !== 200 || isEdited(region)) event.preventDefault();
  else if (asked.get(region) > shown && moves(region, fresh)) {
    ctx.fresh = [...fresh.querySelectorAll("li[id]")].map((each) => each.id).filter((id) => !byId(region, id));
    waiting.set(region, ctx);
    event.preventDefault();
  }
  announce();
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches(REGION)) return;
  for (const region of waiting.keys()) if (!region.isConnected) waiting.delete(region);
  announce();
  listen();
});

// What somebody stored from here is shown at once, wherever it stands.
document.addEventListener("pilotlog:saved", ({ detail }) => {
  latest = shown = Math.max(latest, detail.position);
  rested = 0;
  soon(0);
});

document.addEventListener("input", ({ target }) => edited.add(target.closest(REGION) ?? target));
document.addEventListener("focusout", () => soon(0));
document.addEventListener("visibilitychange", listen);
document.addEventListener("click", (event) => event.target.closest("#news") && show());
addEventListener("pagehide", () => source?.close());
listen();
