type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Snake<Tail>}`
    : `_${Lowercase<Head>}${Snake<Tail>}`
  : S;

/** A value as it leaves the process: names in snake_case, times in ISO 8601. */
export type Wire<T> = T extends Date
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends Readonly<Record<string, unknown>> | object
        ? string extends keyof T
          ? { [K in keyof T]: T[K] }
          : { -readonly [K in keyof T as K extends string ? Snake<K> : never]: Wire<T[K]> }
        : T;

/** Objects whose names are data, not fields: left as they are. */
const AS_THEY_ARE = new Set(["detail", "jobs", "roles"]);

export function wire<T>(value: T): Wire<T> {
  return convert(value) as Wire<T>;
}

function convert(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      AS_THEY_ARE.has(key) ? inner : convert(inner),
    ]),
  );
}
