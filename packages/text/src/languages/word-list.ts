/** A word list as it is written in a language folder: words over white space, a short row each, sorted so that a diff can be read. */
export const words = (rows: string): ReadonlySet<string> => new Set(rows.split(/\s+/).filter((word) => word !== ""));
