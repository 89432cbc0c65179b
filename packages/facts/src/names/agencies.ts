/** A news agency: how texts write it, and the short name facts carry. */
export interface Agency {
  readonly name: string;
  /** Exact surface forms. */
  readonly forms: readonly string[];
}

export const agencies: readonly Agency[] = [
  {
    name: "AP",
    forms: ["AP", "A.P.", "The Associated Press", "the Associated Press", "Associated Press", "ASSOCIATED PRESS", "AP News"],
  },
  { name: "Reuters", forms: ["Reuters", "REUTERS", "Thomson Reuters"] },
  { name: "AFP", forms: ["AFP", "Agence France-Presse", "Agence France Presse"] },
  { name: "UPI", forms: ["UPI", "United Press International"] },
  { name: "dpa", forms: ["dpa", "DPA", "Deutsche Presse-Agentur"] },
  { name: "Bloomberg", forms: ["Bloomberg News", "Bloomberg"] },
  { name: "PA", forms: ["PA Media", "Press Association"] },
  { name: "TASS", forms: ["TASS", "Tass", "ITAR-TASS"] },
  { name: "Interfax", forms: ["Interfax", "INTERFAX"] },
  { name: "RIA Novosti", forms: ["RIA Novosti", "RIA"] },
  { name: "Xinhua", forms: ["Xinhua", "XINHUA"] },
  { name: "Kyodo", forms: ["Kyodo News", "Kyodo"] },
  { name: "Yonhap", forms: ["Yonhap"] },
  { name: "Anadolu", forms: ["Anadolu Agency", "Anadolu"] },
  { name: "EFE", forms: ["EFE"] },
  { name: "ANSA", forms: ["ANSA"] },
  { name: "PTI", forms: ["PTI", "Press Trust of India"] },
  { name: "ANI", forms: ["ANI"] },
  { name: "IANS", forms: ["IANS"] },
  { name: "AAP", forms: ["AAP", "Australian Associated Press"] },
  { name: "The Canadian Press", forms: ["The Canadian Press", "Canadian Press"] },
  { name: "APA", forms: ["APA"] },
  { name: "sid", forms: ["sid", "SID"] },
  { name: "KNA", forms: ["KNA"] },
  { name: "epd", forms: ["epd"] },
  { name: "Belga", forms: ["Belga"] },
  { name: "ANP", forms: ["ANP"] },
  { name: "NTB", forms: ["NTB"] },
  { name: "TT", forms: ["TT News Agency"] },
  { name: "Ritzau", forms: ["Ritzau"] },
  { name: "PAP", forms: ["PAP"] },
  { name: "CNS", forms: ["Catholic News Service"] },
  { name: "Tribune News Service", forms: ["Tribune News Service", "TNS"] },
];

export const agencyByForm: ReadonlyMap<string, string> = new Map(
  agencies.flatMap(({ name, forms }) => forms.map((form) => [form, name] as const)),
);

/** The forms as alternatives of an expression, the longest first. */
export const agencyFormsPattern = [...agencyByForm.keys()]
  .sort((a, b) => b.length - a.length)
  .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  .join("|");

export const agencyMentions = new RegExp(`\\b(?:${agencyFormsPattern})(?![\\w-])`, "g");

/** The short name of the first agency that `words` name; null where they name none. */
export function agencyIn(words: string): string | null {
  const direct = agencyByForm.get(words.trim());
  if (direct !== undefined) return direct;
  for (const match of words.matchAll(agencyMentions)) return agencyByForm.get(match[0]) ?? null;
  return null;
}
