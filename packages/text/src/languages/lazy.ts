/** A value made when it is first asked for: a language's tables from CLDR cost some milliseconds that a text of another need not pay. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
