/** News agencies, as pages credit them, with the short name used for `wire_credit`. */
const AGENCIES: readonly (readonly [string, readonly string[]])[] = [
  ["AP", ["the associated press", "associated press", "ap", "ap news"]],
  ["AFP", ["agence france-presse", "agence france presse", "afp", "fp"]],
  ["Reuters", ["reuters", "thomson reuters", "reuters news agency"]],
  ["dpa", ["dpa", "deutsche presse-agentur", "dpa-afx", "dpa international"]],
  ["EFE", ["efe", "agencia efe", "agencia efe, s.a."]],
  ["ANSA", ["ansa", "agenzia ansa"]],
  ["TASS", ["tass", "итар-тасс", "тасс", "itar-tass"]],
  ["RIA Novosti", ["ria novosti", "риа новости"]],
  ["Interfax", ["interfax", "интерфакс"]],
  ["Xinhua", ["xinhua", "xinhua news agency", "新华社", "新華社"]],
  ["Kyodo", ["kyodo", "kyodo news", "共同通信", "共同"]],
  ["Jiji", ["jiji", "jiji press", "時事通信", "時事"]],
  ["Yonhap", ["yonhap", "yonhap news agency", "연합뉴스"]],
  ["PA", ["pa media", "press association", "pa news agency"]],
  ["UPI", ["upi", "united press international"]],
  ["CP", ["the canadian press", "canadian press"]],
  ["AAP", ["australian associated press", "aap"]],
  ["PTI", ["pti", "press trust of india"]],
  ["ANI", ["ani", "asian news international"]],
  ["IANS", ["ians", "indo-asian news service"]],
  ["APA", ["apa", "austria presse agentur"]],
  ["SID", ["sid", "sport-informations-dienst"]],
  ["KNA", ["kna"]],
  ["epd", ["epd", "evangelischer pressedienst"]],
  ["Keystone-SDA", ["keystone-sda", "sda", "awp"]],
  ["Belga", ["belga"]],
  ["ANP", ["anp"]],
  ["PAP", ["pap", "polska agencja prasowa"]],
  ["ČTK", ["čtk", "ctk", "česká tisková kancelář"]],
  ["MTI", ["mti"]],
  ["Lusa", ["lusa", "agência lusa"]],
  ["Europa Press", ["europa press", "europapress"]],
  ["Anadolu", ["anadolu", "anadolu agency", "anadolu ajansı", "aa"]],
  ["Ukrinform", ["ukrinform", "укрінформ", "укринформ"]],
  ["NTB", ["ntb"]],
  ["TT", ["tt nyhetsbyrån", "tt"]],
  ["Ritzau", ["ritzau"]],
  ["Bernama", ["bernama"]],
  ["Antara", ["antara"]],
  ["APE-MPE", ["απε-μπε", "αμπε", "ape-mpe", "ana-mpa"]],
  ["Bloomberg", ["bloomberg news"]],
];

const byName = new Map<string, string>();
for (const [short, names] of AGENCIES) for (const name of names) byName.set(name, short);

/** The agency a name means; undefined for anything else. Two-letter forms count only in capitals. */
export function agencyOf(name: string): string | undefined {
  const trimmed = name.trim().replace(/[.,;:]+$/, "");
  if (trimmed.length <= 3 && trimmed !== trimmed.toUpperCase() && trimmed !== "dpa" && trimmed !== "epd") return undefined;
  return byName.get(trimmed.toLowerCase().replace(/^the (?!associated|canadian)/, ""));
}

const dateline = /^.{0,90}?\(([^()]{2,40})\)\s*(?:[-\u2013\u2014:\u2015]|\s[A-Z])/;
const datelineEnd = /^[\p{Lu}][\p{L}\s.,'-]{1,50}[,/]\s*([\p{L}. -]{2,30})\s*[-\u2013\u2014]\s/u;
const leadingCredit = /^\(([^()]{2,30})\)\s/;
const copyright = /(?:copyright|\u00A9)\s*(?:\d{4}\s*)?(?:by\s+)?([\p{L}][\p{L}.\s-]{1,40}?)(?:[.,]|\s+(?:all|\d{4})|$)/iu;
const contributor =
  /\b(Associated Press|AP|Reuters|AFP|dpa)\b(?: (?:writer|journalist|reporter|correspondent)s?)\b.{0,200}\bcontributed\b/;
const trailing = /[(\u2014\u2013-]\s*(?:with |mit |avec |con |com )?([\p{L}][\p{L} .-]{1,30}?)\s*\)?\.?$/u;
const bracketed = /^[([]([\p{L}][\p{L} .,/-]{1,40}?)[)\]]$/u;

/** The agencies a text names in one of the ways credits are written. */
export function wireCreditIn(opening: string, tail: readonly string[]): { agency: string; source: string } | undefined {
  for (const [pattern, source] of [
    [leadingCredit, "text:leading-credit"],
    [dateline, "text:dateline"],
    [datelineEnd, "text:dateline"],
  ] as const) {
    const found = pattern.exec(opening.slice(0, 160))?.[1];
    const agency = found === undefined ? undefined : firstAgency(found);
    if (agency !== undefined) return { agency, source };
  }
  for (const line of tail) {
    const short = line.length > 400 ? line.slice(-400) : line;
    for (const [pattern, source] of [
      [contributor, "text:contributor-credit"],
      [copyright, "text:copyright"],
      [bracketed, "text:credit-line"],
      [trailing, "text:trailing-credit"],
    ] as const) {
      const found = pattern.exec(short)?.[1];
      const agency = found === undefined ? undefined : firstAgency(found);
      if (agency !== undefined) return { agency, source };
    }
    const whole = line.length < 40 ? firstAgency(line) : undefined;
    if (whole !== undefined) return { agency: whole, source: "text:credit-line" };
  }
  return undefined;
}

const firstAgency = (text: string): string | undefined => {
  for (const part of text.split(/[/,;]|\s+(?:and|und|et|y|e|и)\s+/)) {
    const agency = agencyOf(part);
    if (agency !== undefined) return agency;
  }
  return undefined;
};
