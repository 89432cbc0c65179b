/** Names an editor knows an article by: the outlet where it is known, else the site, the folder or the file it came from. */

export interface Place {
  readonly id: string;
  readonly outlet: string | null;
  readonly url: string | null;
}

interface Path {
  readonly host: string;
  readonly folder: string;
  readonly file: string;
}

/** A name for each. Folders name outlets only where those of the files differ: a run of one folder says nothing by it. */
export function outletNames(places: readonly Place[]): ReadonlyMap<string, string> {
  const paths = new Map(places.map((place) => [place.id, pathOf(place.url ?? (place.id.includes("/") ? place.id : null))]));
  const files = [...paths.values()].filter((path) => path !== null && path.host === "");
  const folders = new Set(files.map((path) => path?.folder ?? ""));
  const byFolder = folders.size > 1;
  return new Map(
    places.map(({ id, outlet }) => {
      const path = paths.get(id);
      const known = outlet !== null && outlet.trim() !== "" && outlet !== id && !isDigest(outlet) ? outlet.trim() : null;
      const fromPath = path && (path.host || (byFolder ? titled(path.folder) : "") || titled(path.file));
      return [id, known ?? (fromPath || (isDigest(id) ? `Article ${id.slice(0, 6)}` : id))];
    }),
  );
}

const isDigest = (text: string): boolean => /^[0-9a-f]{16,}$/i.test(text);

function pathOf(url: string | null): Path | null {
  if (url === null || url.length > 2048) return null;
  let host = "";
  let path = url;
  try {
    const parsed = new URL(url);
    host = parsed.hostname.replace(/^www\./, "");
    path = decodeURIComponent(parsed.pathname);
  } catch {
    // A bare path, or a percent sign that codes nothing: the words serve as they are.
  }
  const parts = path.split("/").filter(Boolean);
  return { host, folder: parts.at(-2) ?? "", file: (parts.at(-1) ?? "").replace(/\.(?:html?|txt|json|xml|gz)$/gi, "") };
}

/** "north-herald_2" -> "North herald 2". */
function titled(name: string): string {
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
