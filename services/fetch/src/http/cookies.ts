import { CookieJar } from "tough-cookie";

const cookiesMax = 100;
const cookieLengthMax = 8192;

/**
 * The cookies of one visit: one chain of redirects, in memory, each sent to the hosts it was set for (RFC 6265). Sites
 * that hand out a cookie and redirect to the same page again let in the client that brings it back.
 */
export class VisitCookies {
  readonly #jar = new CookieJar(undefined, { looseMode: true });
  #kept = 0;

  keep(setCookies: readonly string[], url: string): void {
    for (const cookie of setCookies) {
      if (cookie.length > cookieLengthMax || this.#kept >= cookiesMax) continue;
      this.#kept += 1;
      this.#jar.setCookieSync(cookie, url, { ignoreError: true });
    }
  }

  /** The Cookie header for a request; empty when there is none. */
  headerFor(url: string): string {
    return this.#jar.getCookieStringSync(url);
  }
}
