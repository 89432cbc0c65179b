/** The singular of an English noun in lower case, by its ending: “ferries”, “losses”, “boats”. */
export function englishSingular(lower: string): string {
  if (/ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zes|ruses|buses|tuses|puses)$/.test(lower)) return lower.slice(0, -2);
  if (/[^su]s$/.test(lower) && lower.length > 3) return lower.slice(0, -1);
  return lower;
}
