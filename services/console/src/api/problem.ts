import type { Context } from "hono";

/** What went wrong, as RFC 9457 has it. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
}

/** Whether a request is a program's: it is answered in JSON, a person in a page. */
export function isApi(c: Context): boolean {
  return c.req.path.startsWith("/api/");
}

type Status = 400 | 401 | 403 | 404 | 409 | 500 | 503;

export function problem(c: Context, status: Status, title: string, detail: string): Response {
  const body: ProblemBody = { type: "about:blank", title, status, detail, instance: c.req.path.slice(0, 500) };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json; charset=utf-8" });
}

/** Ends a request of the API with a problem that is the caller's to mend. */
export class ApiProblem extends Error {
  readonly status: Exclude<Status, 500>;
  readonly title: string;

  constructor(status: Exclude<Status, 500>, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}
