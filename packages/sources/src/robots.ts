import { parseUrl } from "@wirefold/core";

/**
 * robots.txt after RFC 9309: groups are merged by product token, the longest matching rule wins, an allow wins a tie.
 * Everything is bounded, so no file can hold the thread that asks: matching one rule is linear in the path, and rules
 * are tried longest first until one matches.
 */

/** RFC 9309, section 2.5: a crawler reads at least 500 KiB. */
export const robotsBytesMax = 512 * 1024;

/** Rules kept of one group. A site with more lists its pages one by one; those past it are not looked at. */
const rulesMax = 20_000;
/** Rules compared without a pause. */
const rulesAtOnce = 1000;
/** Wildcards one rule may have: each costs one scan of the path. */
const wildcardsMax = 32;
/** Characters of an address that are matched. */
const pathMax = 4096;
/** Longest crawl-delay kept, in seconds. */
const crawlDelayMax = 60;

interface Rule {
  readonly allow: boolean;
  /** Octets of the pattern: the longest match is the most specific. */
  readonly length: number;
  /** What stands between the wildcards; the first is where a path must begin. */
  readonly parts: readonly string[];
  readonly anchored: boolean;
}

export interface RobotsRules {
  /**
   * @param address The whole URL, or a path with its query.
   * @param pause Awaited after every thousand rules, a few milliseconds of work: a caller with other work to do comes to it then.
   */
  allows(address: string, pause?: () => Promise<unknown>): Promise<boolean>;
  /** Seconds between two requests that the site asks for; 0 where it does not. */
  readonly crawlDelaySeconds: number;
  /** Addresses of sitemaps, as written. */
  readonly sitemaps: readonly string[];
}

/** Rules of a site that has none. */
export const noRules: RobotsRules = { allows: async () => true, crawlDelaySeconds: 0, sitemaps: [] };

/**
 * Reads a robots.txt for one crawler.
 *
 * @param text The file, cut at `robotsBytesMax` by the code that received it.
 * @param productToken The crawler's name as it stands in its User-Agent before the slash: letters, `_` and `-`.
 */
export function readRobots(text: string, productToken: string): RobotsRules {
  const ours = productToken.toLowerCase();
  const rules: { readonly mine: Rule[]; readonly any: Rule[] } = { mine: [], any: [] };
  const delays: { mine?: number; any?: number } = {};
  const sitemaps: string[] = [];
  let groups: ("mine" | "any")[] = [];
  let named = false;
  let inRules = true;
  let ownGroup = false;
  for (const { field, value } of linesOf(text)) {
    if (field === "sitemap") {
      if (value !== "" && sitemaps.length < 1000) sitemaps.push(value);
      continue;
    }
    if (field === "user-agent") {
      // Lines of user-agent one after another name one group together; the first after a rule begins another.
      if (inRules) groups = [];
      inRules = false;
      named = true;
      const agent = (/^[a-z_-]+|^\*/i.exec(value)?.[0] ?? "").toLowerCase();
      if (agent === ours) {
        groups.push("mine");
        ownGroup = true;
      } else if (agent === "*") groups.push("any");
      continue;
    }
    // Rules before any user-agent belong to nobody.
    if (!named) continue;
    if (field === "crawl-delay") {
      inRules = true;
      const seconds = Number.parseFloat(value);
      if (seconds >= 0) for (const group of groups) delays[group] ??= Math.min(crawlDelayMax, seconds);
      continue;
    }
    inRules = true;
    const rule = ruleOf(field === "allow", value);
    if (rule !== null) for (const group of groups) if (rules[group].length < rulesMax) rules[group].push(rule);
  }
  const chosen = ownGroup ? rules.mine : rules.any;
  chosen.sort((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow));
  return {
    async allows(address, pause) {
      const path = pathOf(address);
      // RFC 9309, section 2.2.2: /robots.txt itself is always allowed.
      if (path === "/robots.txt") return true;
      let looked = 0;
      for (const rule of chosen) {
        if (matches(rule, path)) return rule.allow;
        looked += 1;
        if (looked % rulesAtOnce === 0) await pause?.();
      }
      return true;
    },
    crawlDelaySeconds: (ownGroup ? delays.mine : delays.any) ?? 0,
    sitemaps,
  };
}

const fields: Readonly<Record<string, string>> = {
  "user-agent": "user-agent",
  useragent: "user-agent",
  "user agent": "user-agent",
  allow: "allow",
  disallow: "disallow",
  "crawl-delay": "crawl-delay",
  crawldelay: "crawl-delay",
  sitemap: "sitemap",
  "site-map": "sitemap",
};

/** Lines end in CR, LF or both; `#` begins a comment; a colon, or at a pinch white space, parts field and value. */
function* linesOf(text: string): Generator<{ field: string; value: string }> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let from = 0;
  while (from < source.length) {
    let to = from;
    while (to < source.length && source[to] !== "\n" && source[to] !== "\r") to += 1;
    // A line longer than this holds no rule a server would honour.
    const line = source.slice(from, Math.min(to, from + 16_384));
    from = to + 1;
    const comment = line.indexOf("#");
    const bare = (comment === -1 ? line : line.slice(0, comment)).trim();
    if (bare === "") continue;
    const colon = bare.indexOf(":");
    const space = bare.search(/[ \t]/);
    const at = colon !== -1 ? colon : space;
    if (at <= 0) continue;
    const field = fields[bare.slice(0, at).trim().toLowerCase()];
    if (field !== undefined) yield { field, value: bare.slice(at + 1).trim() };
  }
}

function ruleOf(allow: boolean, value: string): Rule | null {
  // An empty rule says nothing; so does a pattern that begins neither at the root nor with a wildcard.
  if (value === "" || !/^[/*]/.test(value)) return null;
  const anchored = value.endsWith("$");
  const pattern = normalise(anchored ? value.slice(0, -1) : value);
  const parts = pattern.split(/\*+/);
  if (parts.length - 1 > wildcardsMax) return null;
  return { allow, length: value.length, parts, anchored };
}

/** Greedy: the earliest place of each part leaves the most for the next, so no way back is needed. */
function matches({ parts, anchored }: Rule, path: string): boolean {
  const first = parts[0] ?? "";
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (let part = 1; part < parts.length; part += 1) {
    const text = parts[part] ?? "";
    if (anchored && part === parts.length - 1) return path.length - text.length >= at && path.endsWith(text);
    const found = path.indexOf(text, at);
    if (found === -1) return false;
    at = found + text.length;
  }
  return !anchored || at === path.length;
}

function pathOf(address: string): string {
  let path = address;
  if (!path.startsWith("/")) {
    const url = parseUrl(address);
    if (url === null) return "/";
    path = url.pathname + url.search;
  }
  return normalise(path.split("#", 1)[0] ?? path).slice(0, pathMax);
}

/**
 * RFC 9309, section 2.2.2: octets outside ASCII are percent-encoded, and escapes of unreserved characters are decoded,
 * so that two spellings of one path are compared as one.
 */
function normalise(path: string): string {
  const encoded = path.replace(/[^\u0000-\u007f]+/g, (run) => encodeURIComponent(run.replace(/\p{Surrogate}/gu, "\uFFFD")));
  return encoded.replace(/%([0-9a-f]{2})/gi, (octet, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : octet.toUpperCase();
  });
}
