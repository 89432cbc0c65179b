/** Addresses as sources of metadata. */

export function resolveUrl(value: string, base: string | undefined): string | undefined {
  try {
    const url = base === undefined ? new URL(value) : new URL(value, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** A canonical link to the home page from a deep page is a template's mistake. */
export function isSpecific(canonical: string, own: string | undefined): boolean {
  try {
    const path = new URL(canonical).pathname;
    if (path !== "/" && path !== "") return true;
    return own === undefined || new URL(own).pathname === "/";
  } catch {
    return own === undefined;
  }
}

export const hostName = (url: string | undefined): string | undefined => {
  if (url === undefined) return undefined;
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return undefined;
  }
};

/** The day in an address (`/2031/03/04/`, `/20310304-`), or its month (`/2031/03/slug`). */
export function dateInUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "");
  const day = /[/_-](20\d\d|19\d\d)[/_-]?(0[1-9]|1[0-2]|[1-9])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path);
  if (day !== null) {
    const [, year, inYear = "", inMonth = ""] = day;
    return `${year}-${inYear.padStart(2, "0")}-${inMonth.padStart(2, "0")}`;
  }
  const month = /\/(20\d\d|19\d\d)[/-](0[1-9]|1[0-2])(?=\/[^/]{3})/.exec(path);
  return month === null ? undefined : `${month[1]}-${month[2]}`;
}

export const dateOrder = (language: string | null, url: string | undefined): "mdy" | "dmy" => {
  if (language !== null && /^en[-_](?:US|CA|PH)/i.test(language)) return "mdy";
  if (language !== null && /^en$/i.test(language))
    return hostName(url)?.match(/\.(?:uk|au|nz|in|ie|za|ng|ke|pk)$/) ? "dmy" : "mdy";
  return language === null && /\.(?:com|us|gov|org)$/.test(hostName(url) ?? "") ? "mdy" : "dmy";
};
