// Plays newsrooms on loopback, in a process of its own: three feeds, a news sitemap, a page that changes, a shortener.
//   node tests/fetching/newsroom-server.mjs <seconds between articles> <seconds between changes> <seconds until the JSON feed stops>
// Sends {port} to its parent; GET /log on 127.0.0.1 answers with every request and with when each article was published.
import { createHash } from "node:crypto";
import http from "node:http";

const [stepS, changeS, stopS] = process.argv.slice(2).map(Number);
const startedAt = Date.now();
const rooms = { rss: "127.0.3.1", atom: "127.0.3.2", json: "127.0.3.3", sitemap: "127.0.3.4", live: "127.0.3.5" };
let port = 0;
const log = [];
const published = [];

const places = ["Ostrand", "Quayhaven", "Mirefold", "Tarnby", "Wexmoor", "Hollinside", "Brackwater", "Selmouth"];
const bodies = [
  "harbour council",
  "school board",
  "water company",
  "fire service",
  "ferry line",
  "market guild",
  "court",
  "hospital trust",
];
const deeds = ["voted to dredge the northern basin", "closed the old bridge", "raised its fees", "opened a second station"];

function article(room, n) {
  const pick = (list, salt) => list[(n * 7 + salt + room.length) % list.length];
  const [place, body, deed] = [pick(places, 1), pick(bodies, 3), pick(deeds, 5)];
  const cost = ((n * 37) % 90) + 1.5;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${place} ${body} item ${n} of ${room}</title></head><body><article><h1>${place} ${body} item ${n} of ${room}</h1>
<p>The ${body} of ${place} ${deed} on Tuesday, after a meeting that lasted until midnight and heard ${n + 3} residents.</p>
<p>The decision numbered ${n} will cost ${cost} million crowns over two years, according to a paper of the ${room} office.</p>
<p>"Nobody expected item ${n} to pass so quickly," said the chair, who has led the ${body} since the flood of ${1990 + (n % 30)}.</p></article></body></html>`;
}

const live = () => {
  const change = Math.floor((Date.now() - startedAt) / (changeS * 1000));
  return {
    change,
    html: `<!doctype html><html lang="en"><head><title>Storm over Selmouth</title></head><body><article><h1>Storm over Selmouth</h1>
<p>The storm that reached Selmouth on Tuesday night has cut ${1200 + change * 310} homes off from power, the network said.</p>
<p>Crews from three counties are at work on the lines along the coast road, and schools will stay closed on Wednesday.</p>
<p>"We have not seen winds like these since the lighthouse was built," said harbour master Ines Harrow of Selmouth.</p></article></body></html>`,
  };
};

const ofRoom = (room) => published.filter((item) => item.room === room).toReversed();
const urlOf = ({ room, n }) => `http://${rooms[room]}:${port}/a/${room}-${n}`;
const rss = () =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Ostrand Post</title><link>http://${rooms.rss}:${port}/</link>${ofRoom(
    "rss",
  )
    .map(
      (item) =>
        `<item><title>Item ${item.n}</title><link>${urlOf(item)}?utm_source=rss&amp;utm_medium=feed</link><pubDate>${new Date(item.at).toUTCString()}</pubDate></item>`,
    )
    .join("")}</channel></rss>`;
// Names its neighbour's articles as well, under addresses of its own making.
const atom = () =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Quayhaven Wire</title><id>urn:q</id><updated>2031-01-01T00:00:00Z</updated>${[
    ...ofRoom("atom"),
    ...ofRoom("rss"),
  ]
    .map(
      (item) =>
        `<entry><title>Item ${item.n}</title><id>${item.room}:${item.n}</id><link href="${urlOf(item)}?fbclid=${item.n}abc#top"/><updated>${new Date(item.at).toISOString()}</updated></entry>`,
    )
    .join("")}</feed>`;
// And the third by short addresses.
const json = () =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Tarnby Daily",
    items: [...ofRoom("json"), ...ofRoom("rss").filter((item) => item.at < startedAt + stopS * 1000)].map((item) => ({
      id: `${item.room}:${item.n}`,
      url: item.room === "json" ? urlOf(item) : `http://${rooms.live}:${port}/s/${item.room}-${item.n}`,
      title: `Item ${item.n}`,
      date_published: new Date(item.at).toISOString(),
    })),
  });
const sitemap = () =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${ofRoom(
    "sitemap",
  )
    .map(
      (item) =>
        `<url><loc>${urlOf(item)}</loc><news:news><news:publication><news:name>Wexmoor News</news:name><news:language>en</news:language></news:publication><news:publication_date>${new Date(item.at).toISOString()}</news:publication_date><news:title>Item ${item.n}</news:title></news:news></url>`,
    )
    .join("")}</urlset>`;

// As newsrooms have it: an index that never changes over a map that does.
const index = () =>
  `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://${rooms.sitemap}:${port}/news.xml</loc></sitemap></sitemapindex>`;

const lists = {
  "/sitemap.xml": [index, "application/xml"],
  "/feed.rss": [rss, "application/rss+xml"],
  "/feed.atom": [atom, "application/atom+xml"],
  "/feed.json": [json, "application/feed+json"],
  "/news.xml": [sitemap, "application/xml"],
};

const server = http.createServer((request, response) => {
  const site = request.socket.localAddress;
  const [path] = (request.url ?? "/").split("?");
  if (site === "127.0.0.1" && path === "/log")
    return response.end(
      JSON.stringify({ log, published: published.map((item) => ({ ...item, url: urlOf(item) })), changes: live().change + 1 }),
    );
  const answer = (status, headers = {}, body = "") => {
    log.push([Date.now(), site, request.url, status]);
    response.writeHead(status, headers).end(body);
  };
  if (path === "/robots.txt") return answer(404);
  const send = (type, body) => {
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === etag) return answer(304, { etag });
    return answer(200, { "content-type": type, etag }, body);
  };
  if (lists[path] !== undefined) return send(lists[path][1], lists[path][0]());
  if (path === "/live") return send("text/html; charset=utf-8", live().html);
  const [, kind, room, n] = /^\/(a|s)\/(\w+)-(\d+)$/.exec(path) ?? [];
  if (kind === "s") return answer(302, { location: `${urlOf({ room, n })}?utm_source=short` });
  if (kind === "a" && published.some((item) => item.room === room && item.n === Number(n)))
    return send("text/html; charset=utf-8", article(room, Number(n)));
  return answer(404);
});

let n = 0;
const publish = () => {
  n += 1;
  for (const room of ["rss", "atom", "json", "sitemap"]) {
    if (room === "json" && Date.now() - startedAt > stopS * 1000) continue;
    published.push({ room, n, at: Date.now() });
  }
};
publish();
setInterval(publish, stepS * 1000);
server.listen(0, "0.0.0.0", () => {
  port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  process.send?.({ port });
});
process.on("disconnect", () => process.exit());
