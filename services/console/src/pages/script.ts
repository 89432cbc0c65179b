/**
 * Brings the part of a page marked `data-live` up to date every three seconds while somebody looks. Without script the page says when it
 * was made, and a reload does the same.
 */
export const SCRIPT = `(() => {
  const live = () => document.querySelector("[data-live]");
  if (!live()) return;
  setInterval(async () => {
    if (document.hidden || live().contains(document.activeElement) || String(getSelection())) return;
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (!response.ok) throw new Error(response.statusText);
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-live]");
      if (fresh) live().replaceWith(fresh);
    } catch {
      live().dataset.stale = "";
      const note = document.querySelector("[data-when]");
      if (note) note.textContent = "not reachable; what stands here is old";
    }
  }, 3000);
})();`;
