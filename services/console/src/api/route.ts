import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { Problem } from "./schemas.ts";

type Json<S extends z.ZodType> = {
  readonly content: { readonly "application/json": { readonly schema: S } };
  readonly description: string;
};

export const json = <S extends z.ZodType>(schema: S, description: string): Json<S> => ({
  content: { "application/json": { schema } },
  description,
});

const fault = (description: string) => ({ content: { "application/problem+json": { schema: Problem } }, description });

/** What every route may answer, in words. */
export const faults = {
  400: fault("The request is malformed"),
  401: fault("No token, or none that is known"),
  403: fault("The caller's role does not allow it"),
  500: fault("The ledger or the queues did not answer"),
};
export const notFound = { 404: fault("There is none of this name") };
export const conflict = { 409: fault("It is not in a state that allows this") };

type Method = "get" | "post" | "put" | "delete";

/** A route of the API. Its path is given as it stands in the document, `/sources/{id}`. */
export function route<
  const P extends string,
  const M extends Method,
  const Request extends NonNullable<RouteConfig["request"]>,
  const Responses extends RouteConfig["responses"],
>(
  method: M,
  path: P,
  about: { readonly tag: string; readonly summary: string; readonly description?: string; readonly operationId: string },
  request: Request,
  responses: Responses,
) {
  const { tag, ...rest } = about;
  return createRoute({ method, path, tags: [tag], ...rest, request, responses: { ...faults, ...responses } });
}

export const idParam = z.object({ id: z.string().min(1).max(2048) });

/** A whole number as it stands in an address. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, "is no whole number")
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** A time as it stands in an address: a day, or ISO 8601. */
export const timeParam = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)), "is no day and no ISO 8601 time")
  .transform((text) => new Date(text));
