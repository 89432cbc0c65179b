/** The page's only script: opens evidence next to where the reader is, folds what is long, keeps the two texts in step. */
export const SCRIPT = `(() => {
"use strict";
const byId = (id) => document.getElementById(id);
for (const d of document.querySelectorAll("details.fold")) if (!d.dataset.keep) d.open = false;
const reveal = (el) => { for (let p = el; p; p = p.parentElement) if (p.localName === "details") p.open = true; };
const light = (el) => {
  for (const m of document.querySelectorAll(".lit")) m.classList.remove("lit");
  el.classList.add("lit");
  for (const m of document.querySelectorAll("mark[data-of]")) if (m.dataset.of === el.id) m.classList.add("lit");
};
const go = () => {
  const el = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
  if (!el) return;
  reveal(el);
  if (el.localName === "mark") light(el);
  el.scrollIntoView({ block: el.localName === "mark" ? "center" : "start" });
};
addEventListener("hashchange", go);
go();
const dialog = byId("evidence");
if (dialog && dialog.showModal) {
  const title = dialog.querySelector("h2"), quote = dialog.querySelector("blockquote"), full = dialog.querySelector("a");
  const around = (mark) => {
    const text = mark.closest(".text"), before = document.createRange(), after = document.createRange();
    before.selectNodeContents(text); before.setEndBefore(mark);
    after.selectNodeContents(text); after.setStartAfter(mark);
    let inside = mark.textContent, rest = after.toString();
    for (const m of text.querySelectorAll("mark[data-of]")) if (m.dataset.of === mark.id && rest.startsWith(m.textContent)) {
      inside += m.textContent; rest = rest.slice(m.textContent.length);
    }
    const b = before.toString(), lit = document.createElement("mark");
    lit.textContent = inside;
    return [(b.length > 320 ? "…" + b.slice(-320).replace(/^\\S*\\s/, "") : b), lit, (rest.length > 320 ? rest.slice(0, 320).replace(/\\s\\S*$/, "") + "…" : rest)];
  };
  document.addEventListener("click", (e) => {
    const a = e.target.closest && e.target.closest("a.ev");
    if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    const mark = byId(a.hash.slice(1));
    if (!mark || mark.localName !== "mark") return;
    e.preventDefault();
    title.textContent = mark.closest("details").dataset.title;
    quote.replaceChildren(...around(mark).map((part) => (typeof part === "string" ? part.replace(/\\s*\\n\\s*/g, "\\n\\n") : part)));
    full.hash = a.hash;
    dialog.showModal();
    quote.scrollTop = 0;
  });
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  full.addEventListener("click", () => { dialog.close(); if (full.hash === location.hash) go(); });
  dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
}
document.addEventListener("click", (e) => {
  const a = e.target.closest && e.target.closest("a.sh");
  if (!a) return;
  const other = byId(a.hash.slice(1)), box = other && other.closest(".box");
  if (!box) return;
  e.preventDefault();
  for (const m of document.querySelectorAll(".sh.lit")) m.classList.remove("lit");
  a.classList.add("lit"); other.classList.add("lit");
  box.scrollTop += other.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  other.focus({ preventScroll: true });
});
let opened = [];
addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; for (const d of opened) d.open = true; });
addEventListener("afterprint", () => { for (const d of opened) d.open = false; });
const links = new Map([...document.querySelectorAll(".contents a")].map((a) => [a.hash.slice(1), a]));
if (links.size && "IntersectionObserver" in window) {
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) {
      for (const a of links.values()) a.removeAttribute("aria-current");
      links.get(target.id).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-15% 0px -75% 0px" });
  for (const id of links.keys()) { const el = byId(id); if (el) seen.observe(el); }
}
})();`;
