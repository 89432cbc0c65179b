/**
 * Names that have the form of a news agency's without being listed: “Halden Press”, “Nordmark News Agency”. Case counts.
 * A paper's name (“Free Press”, “Evening Press”) and a printing house (“University Press”) have the form and are none.
 */
const agencyForm =
  /^(?:The |the )?((?:\p{Lu}[\p{L}.'’-]*[ -]){1,4}(?:Press(?: Agency| Association| Service| International)?|News (?:Agency|Service)|Newswire|Wire Service|Presse-?[Aa]gentur|Presse-?[Dd]ienst|Nachrichtenagentur|Nachrichtendienst))$/u;
const notAgency = /\b(?:Free|University|Evening|Morning|Sunday|Daily|Weekly|College|Academic|Popular|Small|Bench) Press$/i;

/** The agency's name where `words` are nothing but a name of an agency's form, without its article; else null. */
export function agencyNameOf(words: string): string | null {
  const trimmed = words.trim();
  if (trimmed.length > 60 || notAgency.test(trimmed)) return null;
  return agencyForm.exec(trimmed)?.[1] ?? null;
}

/** Whether `letters` are the initials of `name`'s words: “HNA” for “Halden News Agency”. */
export function isInitialsOf(letters: string, name: string): boolean {
  return (
    letters ===
    name
      .split(/[ -]/)
      .map((word) => word[0] ?? "")
      .join("")
  );
}
