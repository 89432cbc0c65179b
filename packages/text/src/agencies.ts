/**
 * The registry of news agencies: the one place that knows what they are called. An outlet that runs agency copy (CNN, the BBC)
 * is none; neither is a picture agency, which is listed for picture credits only.
 */
export interface NewsAgency {
  /** The short name that records carry. */
  readonly name: string;
  readonly kind: "agency" | "pictures";
  /** Names nothing else has, in any case: “Reuters”, “Agence France-Presse”. */
  readonly names: readonly string[];
  /** Names only when written just so: “SID” and “sid” are the sports agency, “Sid” is a person. */
  readonly cased?: readonly string[];
  /** Names only where a credit is expected: “PA” is also a state, “AA” a battery. */
  readonly credits?: readonly string[];
}

/** The order is kept: the place in this list is the bit that prepared features of documents carry. */
export const newsAgencies: readonly NewsAgency[] = [
  { name: "AP", kind: "agency", names: ["AP", "Associated Press", "AP News"], cased: ["A.P."] },
  { name: "AFP", kind: "agency", names: ["AFP", "Agence France-Presse", "Agence France Presse"], credits: ["FP"] },
  { name: "Reuters", kind: "agency", names: ["Reuters", "Thomson Reuters", "Reuters News Agency"] },
  {
    name: "dpa",
    kind: "agency",
    names: ["dpa", "Deutsche Presse-Agentur", "Deutschen Presse-Agentur", "dpa-AFX"],
    credits: ["dpa international"],
  },
  { name: "TASS", kind: "agency", names: ["TASS", "ITAR-TASS", "ТАСС", "ИТАР-ТАСС"], cased: ["Tass"] },
  { name: "Interfax", kind: "agency", names: ["Interfax", "Интерфакс"] },
  { name: "ANSA", kind: "agency", names: ["ANSA", "Agenzia ANSA"] },
  { name: "EFE", kind: "agency", names: ["EFE", "Agencia EFE"], credits: ["Agencia EFE, S.A."] },
  { name: "Xinhua", kind: "agency", names: ["Xinhua", "Xinhua News Agency", "新华社", "新華社"] },
  { name: "Kyodo", kind: "agency", names: ["Kyodo", "Kyodo News", "共同通信", "共同通信社"], credits: ["共同"] },
  { name: "UPI", kind: "agency", names: ["UPI", "United Press International"] },
  { name: "PTI", kind: "agency", names: ["PTI", "Press Trust of India"] },
  { name: "Bloomberg", kind: "agency", names: ["Bloomberg News"], cased: ["Bloomberg"] },
  { name: "PA", kind: "agency", names: ["PA Media", "Press Association", "PA News Agency"], credits: ["PA"] },
  { name: "Anadolu", kind: "agency", names: ["Anadolu", "Anadolu Agency", "Anadolu Ajansı"], credits: ["AA"] },
  { name: "Yonhap", kind: "agency", names: ["Yonhap", "Yonhap News Agency", "연합뉴스"] },
  { name: "RIA Novosti", kind: "agency", names: ["RIA Novosti", "РИА Новости"], cased: ["RIA"] },
  { name: "Ukrinform", kind: "agency", names: ["Ukrinform", "Укрінформ", "Укринформ"] },
  { name: "Jiji", kind: "agency", names: ["Jiji Press", "時事通信"], cased: ["Jiji"], credits: ["時事"] },
  { name: "The Canadian Press", kind: "agency", names: ["The Canadian Press", "Canadian Press"], credits: ["CP"] },
  { name: "AAP", kind: "agency", names: ["Australian Associated Press"], cased: ["AAP"] },
  { name: "APA", kind: "agency", names: ["Austria Presse Agentur"], cased: ["APA"] },
  { name: "Keystone-SDA", kind: "agency", names: ["Keystone-SDA"], credits: ["SDA", "AWP"] },
  { name: "Europa Press", kind: "agency", names: ["Europa Press", "Europapress"] },
  { name: "ANI", kind: "agency", names: ["Asian News International"], cased: ["ANI"] },
  { name: "IANS", kind: "agency", names: ["IANS", "Indo-Asian News Service"] },
  { name: "SID", kind: "agency", names: ["Sport-Informations-Dienst"], cased: ["SID", "sid"] },
  { name: "KNA", kind: "agency", names: ["Katholische Nachrichten-Agentur"], cased: ["KNA"] },
  { name: "epd", kind: "agency", names: ["Evangelischer Pressedienst"], cased: ["epd"] },
  { name: "Belga", kind: "agency", names: ["Belga News Agency"], cased: ["Belga"] },
  { name: "ANP", kind: "agency", names: ["Algemeen Nederlands Persbureau"], cased: ["ANP"] },
  { name: "PAP", kind: "agency", names: ["Polska Agencja Prasowa"], cased: ["PAP"] },
  { name: "ČTK", kind: "agency", names: ["ČTK", "Česká tisková kancelář"], credits: ["CTK"] },
  { name: "MTI", kind: "agency", names: ["Magyar Távirati Iroda"], credits: ["MTI"] },
  { name: "Lusa", kind: "agency", names: ["Agência Lusa"], credits: ["Lusa"] },
  { name: "NTB", kind: "agency", names: ["Norsk Telegrambyrå"], cased: ["NTB"] },
  { name: "TT", kind: "agency", names: ["TT News Agency", "TT Nyhetsbyrån"], credits: ["TT"] },
  { name: "Ritzau", kind: "agency", names: ["Ritzau"] },
  { name: "Bernama", kind: "agency", names: ["Bernama"] },
  { name: "Antara", kind: "agency", names: ["Antara News Agency"], credits: ["Antara"] },
  { name: "APE-MPE", kind: "agency", names: ["APE-MPE", "ANA-MPA", "ΑΠΕ-ΜΠΕ", "ΑΜΠΕ"] },
  { name: "CNS", kind: "agency", names: ["Catholic News Service"] },
  { name: "Tribune News Service", kind: "agency", names: ["Tribune News Service"], cased: ["TNS"] },
  { name: "EPA", kind: "pictures", names: ["European Pressphoto Agency"], cased: ["EPA", "EPA-EFE"] },
  { name: "Getty Images", kind: "pictures", names: ["Getty Images"], cased: ["Getty"] },
  { name: "Shutterstock", kind: "pictures", names: ["Shutterstock"] },
];

/** Lower case, one kind of space, no stop or comma at the end, no article: how two spellings of a credit are compared. */
const folded = (name: string): string =>
  name
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^the /, "")
    .replace(/[.,;:]+$/, "");

const wire = newsAgencies.filter(({ kind }) => kind === "agency");

const byCredit = new Map<string, string>();
for (const { name, names, cased = [], credits = [] } of wire)
  for (const each of [name, ...names, ...cased, ...credits]) byCredit.set(folded(each), name);

/** Longest form of a name of up to three letters that some agency writes small: “dpa”. Other short forms count in capitals only. */
const smallForms = new Set(
  wire.flatMap(({ names, cased = [] }) => [...names, ...cased]).filter((form) => /^\p{Ll}{2,3}$/u.test(form)),
);

/** Longest text looked at as a credit, in UTF-16 units. */
const creditLengthMax = 80;

/** The short name of the agency that a credit names and nothing else (“The Associated Press”, “AFP”, “新华社”); undefined for anything else. */
export function agencyOf(credit: string): string | undefined {
  const trimmed = credit.trim().replace(/[.,;:]+$/, "");
  if (trimmed.length > creditLengthMax) return undefined;
  if (trimmed.length <= 3 && trimmed !== trimmed.toUpperCase() && !smallForms.has(trimmed)) return undefined;
  return byCredit.get(folded(trimmed));
}

/** Forms as running text writes them, case and all, with the short name of their agency. */
export const agencyByForm: ReadonlyMap<string, string> = new Map(
  wire.flatMap(({ name, names, cased = [] }) =>
    [...names.flatMap((form) => [form, form.toUpperCase()]), ...cased]
      .flatMap((form) => (/ Press$/.test(form) && !form.startsWith("The ") ? [form, `The ${form}`, `the ${form}`] : [form]))
      .map((form) => [form, name] as const),
  ),
);

/** The forms of running text as alternatives of a regular expression, the longest first. */
export const agencyFormsPattern: string = alternatives([...agencyByForm.keys()]);

function alternatives(forms: readonly string[]): string {
  return [...forms]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

/** Forms without the article where the text is searched: an agency is found with it or without, and “t” begins too many words. */
const soughtForms = [...agencyByForm].flatMap(([form, name]) =>
  /^the /i.test(form) && agencyByForm.get(form.slice(4)) === name ? [] : [form],
);

/** What the forms begin with: few words of a text do, and only there are the forms tried. */
const initials = new Uint8Array(0x10000);
for (const form of soughtForms) initials[form.charCodeAt(0)] = 1;

/** Letters around a form make it part of another word. */
const mentionHere = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives(soughtForms)})(?![\\p{L}\\p{N}_-])`, "uy");

/** An agency that running text names. */
export interface AgencyMention {
  /** Where the form begins, in UTF-16 units; an article before it is left out. */
  readonly at: number;
  /** How many UTF-16 units the form has. */
  readonly length: number;
  /** The agency's short name. */
  readonly name: string;
}

/** The agencies that running text names, in order, `limit` at most. One pass, linear in the text's length. */
export function findAgencies(text: string, limit: number = Number.POSITIVE_INFINITY): AgencyMention[] {
  const out: AgencyMention[] = [];
  for (let at = 0; at < text.length && out.length < limit; ) {
    if (initials[text.charCodeAt(at)] === 0 || isLatinLetter(text.charCodeAt(at - 1))) {
      at++;
      continue;
    }
    const form = formAt(text, at);
    const name = form === undefined ? undefined : agencyByForm.get(form);
    if (form !== undefined && name !== undefined) out.push({ at, length: form.length, name });
    at += form?.length ?? 1;
  }
  return out;
}

function formAt(text: string, at: number): string | undefined {
  mentionHere.lastIndex = at;
  return mentionHere.exec(text)?.[0];
}

const isLatinLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** The short name of the first agency that `words` name; null where they name none. */
export function agencyIn(words: string): string | null {
  return agencyByForm.get(words.trim()) ?? findAgencies(words, 1)[0]?.name ?? null;
}

/** What picture credits name, agencies and picture agencies alike, as alternatives of a regular expression. */
export const pictureCreditsPattern: string = alternatives(
  newsAgencies.flatMap(({ names, cased = [] }) => [...names, ...cased]).filter((form) => /^[\x20-\x7e]+$/.test(form)),
);
