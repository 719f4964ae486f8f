// What the pages can do without, and are better with: a slider over the days of change, cards with the cited words,
// the place in the contents, copying a citation. No framework, no inline code; every link works without it.
"use strict";

// ---- the days of change as a slider
for (const form of document.querySelectorAll("form.when")) {
  const days = (form.dataset.days || "").split(" ").filter(Boolean);
  const field = form.elements.on;
  if (days.length < 2 || !field) continue;
  const slide = Object.assign(document.createElement("input"), { type: "range", className: "slide", min: 0, max: days.length - 1, step: 1 });
  const at = days.filter((day) => day <= field.value).length - 1;
  slide.value = Math.max(at, 0);
  slide.setAttribute("aria-label", form.querySelector("label").textContent);
  slide.setAttribute("aria-valuetext", field.value);
  slide.addEventListener("input", () => {
    field.value = days[slide.value];
    slide.setAttribute("aria-valuetext", field.value);
  });
  slide.addEventListener("change", () => form.requestSubmit());
  form.querySelector("button").after(slide);
}

// ---- the cited words on hover or focus
const card = Object.assign(document.createElement("div"), { className: "card", hidden: true, id: "card" });
card.setAttribute("role", "tooltip");
document.body.append(card);
const kept = new Map();
let waiting = 0;
let shownFor = null;

async function words(href) {
  if (!kept.has(href)) {
    const url = new URL(href, location.href);
    url.pathname += "/words";
    kept.set(href, fetch(url, { headers: { "HX-Request": "true" } }).then((answer) => (answer.ok ? answer.text() : "")));
  }
  return kept.get(href);
}

function hide() {
  clearTimeout(waiting);
  card.hidden = true;
  if (shownFor) shownFor.removeAttribute("aria-describedby");
  shownFor = null;
}

function show(link, delay) {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const found = await words(link.getAttribute("href"));
    if (!found || !(link.matches(":hover") || link.matches(":focus"))) return;
    card.innerHTML = found;
    card.hidden = false;
    const box = link.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    const below = box.bottom + card.offsetHeight + 8 < innerHeight;
    card.style.left = `${Math.max(left, 16) + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY}px`;
    link.setAttribute("aria-describedby", "card");
    shownFor = link;
  }, delay);
}

document.addEventListener("mouseover", (event) => {
  const link = event.target.closest(".law a.ref, .refs a.ref");
  if (link) show(link, 220);
  else if (!card.hidden && !card.contains(event.target)) hide();
});
document.addEventListener("focusin", (event) => {
  const link = event.target.closest(".law a.ref, .refs a.ref");
  if (link && link.matches(":focus-visible")) show(link, 60);
  else hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.getElementById("site-q").focus();
  }
});

// ---- where the reader is, in the contents
const contents = document.querySelector(".toc");
if (contents && matchMedia("(min-width: 56rem)").matches) {
  const links = new Map([...contents.querySelectorAll('a[href^="#"]')].map((link) => [link.getAttribute("href").slice(1), link]));
  const seen = new Set();
  let here = null;
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
    const top = [...seen].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).pop();
    const link = top && links.get(top.id);
    if (!link || link === here) return;
    if (here) here.classList.remove("here");
    (here = link).classList.add("here");
    const box = link.getBoundingClientRect(), frame = contents.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) contents.scrollTop += box.top - frame.top - frame.height / 3;
  }, { rootMargin: "-10% 0px -70% 0px" });
  for (const id of links.keys()) {
    const unit = document.getElementById(id);
    if (unit) watch.observe(unit);
  }
} else if (contents) {
  contents.querySelector("details").open = false;
}
// On a narrow screen the results come first; what they can be narrowed by is one touch away.
if (!matchMedia("(min-width: 56rem)").matches) {
  for (const narrow of document.querySelectorAll(".found aside details")) narrow.open = false;
}

// ---- copying
for (const each of document.querySelectorAll(".copy")) {
  if (!navigator.clipboard) break;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy-it" });
  button.textContent = document.body.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(each.textContent.trim());
    button.textContent = document.body.dataset.copied;
  });
  each.after(button);
}

// ---- dropping files
for (const form of document.querySelectorAll("form.drop")) {
  const field = form.querySelector("input[type=file]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) {
        field.files = event.dataTransfer.files;
        form.requestSubmit();
      }
    });
  }
  form.addEventListener("submit", () => { form.querySelector("output").textContent = "…"; });
}

// ---- a page that takes long to make opens when it is done
for (const each of document.querySelectorAll("[data-again]")) setTimeout(() => location.reload(), Number(each.dataset.again));

// ---- a page of the original beside the words that were read from it
const frame = document.getElementById("frame");
for (const link of frame ? document.querySelectorAll("a[data-frame]") : []) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    frame.src = link.dataset.frame;
  });
}
