/**
 * Keeps the parts of a page marked `data-live` up to date while somebody looks: the server says by an event when there is a new reading, and
 * the page is asked for again. Where events do not come through it asks every few seconds. Draws the charts marked `data-chart`. Without
 * script a page says when it was made, and a reload does the same.
 */
export const SCRIPT = `(() => {
  const parts = () => [...document.querySelectorAll("[data-live]")];
  let asking = false;
  let restUntil = 0;
  const refresh = async () => {
    // A page that takes long to make is asked for less often.
    if (asking || document.hidden || String(getSelection()) || Date.now() < restUntil) return;
    asking = true;
    const began = Date.now();
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (response.status === 401) return location.reload();
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const part of parts()) {
        const fresh = page.querySelector('[data-live="' + part.dataset.live + '"]');
        if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) part.replaceWith(fresh);
      }
    } catch {
      const note = document.querySelector("[data-when]");
      if (note) note.textContent = "not reachable; what stands here is old";
    } finally {
      asking = false;
      restUntil = Date.now() + 3 * (Date.now() - began);
    }
  };
  if (parts().length > 0) {
    let pushedAt = 0;
    // A browser keeps six connections to a host: a page that nobody looks at must not hold one.
    let events = null;
    const listen = () => {
      if (document.hidden) { events?.close(); events = null; return; }
      if (events !== null) return;
      events = new EventSource("/api/v1/events");
      events.addEventListener("pipeline", () => { pushedAt = Date.now(); refresh(); });
    };
    listen();
    document.addEventListener("visibilitychange", listen);
    addEventListener("pagehide", () => { events?.close(); events = null; });
    addEventListener("pageshow", listen);
    setInterval(() => { if (Date.now() - pushedAt > 10000) refresh(); }, 5000);
  }

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = (place, at, values) => {
    place.textContent = "";
    if (!values.some((value) => value !== null)) { place.textContent = place.dataset.none || "no samples yet"; return; }
    const largest = Math.max(...values.map((value) => value ?? 0));
    const ink = colour("--link");
    new uPlot({
      width: Math.max(60, place.clientWidth), height: 44, legend: { show: false }, cursor: { show: false }, select: { show: false },
      padding: [3, 1, 2, 1], axes: [{ show: false }, { show: false }],
      scales: { x: { time: true }, y: { range: [0, largest || 1] } },
      series: [{}, { stroke: ink, width: 1.5, fill: ink + "22", points: { show: false }, spanGaps: false }],
    }, [at, values], place);
  };
  const charts = document.querySelector("[data-charts]");
  if (charts && window.uPlot) {
    const span = () => charts.querySelector("[aria-pressed=true]")?.dataset.span ?? "hour";
    const redraw = async () => {
      if (document.hidden) return;
      const response = await fetch("/api/v1/pipeline/history?span=" + span()).catch(() => null);
      if (!response?.ok) return;
      const course = await response.json();
      const at = course.at.map((time) => Date.parse(time) / 1000);
      for (const stage of course.stages) {
        for (const place of charts.querySelectorAll('[data-chart="' + stage.stage + '"]')) {
          const values = stage[place.dataset.values];
          draw(place, at, values);
          const known = values.filter((value) => value !== null);
          const most = known.length ? Math.max(...known) : null;
          const note = place.nextElementSibling;
          if (note) note.textContent = most === null ? "" : "most " + most.toLocaleString("en", { maximumFractionDigits: 1 });
        }
      }
    };
    for (const button of charts.querySelectorAll("[data-span]")) button.addEventListener("click", () => {
      for (const other of charts.querySelectorAll("[data-span]")) other.setAttribute("aria-pressed", String(other === button));
      redraw();
    });
    redraw();
    setInterval(redraw, 30000);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    let width = innerWidth;
    addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; redraw(); } });
  }
})();`;
