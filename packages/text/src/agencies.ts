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
  {
    name: "AP",
    kind: "agency",
    names: ["AP", "Associated Press", "AP News", "美联社", "美聯社", "AP通信"],
    cased: ["A.P."],
    credits: ["ap", "أ ب", "АП"],
  },
  {
    name: "AFP",
    kind: "agency",
    names: ["AFP", "Agence France-Presse", "Agence France Presse", "法新社", "AFP通信", "فرانس برس"],
    credits: ["FP", "afp", "أ ف ب", "أ.ف.ب", "АФП"],
  },
  {
    name: "Reuters",
    kind: "agency",
    names: ["Reuters", "Thomson Reuters", "Reuters News Agency", "路透社", "路透", "ロイター", "로이터", "رويترز", "Рейтер"],
  },
  {
    name: "dpa",
    kind: "agency",
    names: ["dpa", "Deutsche Presse-Agentur", "Deutschen Presse-Agentur", "dpa-AFX"],
    credits: ["dpa international", "dpa-infocom", "dpa-tmn", "德新社", "د ب أ"],
  },
  { name: "TASS", kind: "agency", names: ["TASS", "ITAR-TASS", "ТАСС", "ИТАР-ТАСС", "塔斯社", "タス通信"], cased: ["Tass"] },
  {
    name: "Interfax",
    kind: "agency",
    names: ["Interfax", "Интерфакс", "Interfax-Ukraine", "Интерфакс-Украина", "Інтерфакс-Україна"],
    credits: ["INTERFAX.RU"],
  },
  { name: "ANSA", kind: "agency", names: ["ANSA", "Agenzia ANSA"] },
  { name: "EFE", kind: "agency", names: ["EFE", "Agencia EFE"], credits: ["efe", "Agencia EFE, S.A."] },
  { name: "Xinhua", kind: "agency", names: ["Xinhua", "Xinhua News Agency", "新华社", "新華社", "Синьхуа", "신화통신"] },
  { name: "Kyodo", kind: "agency", names: ["Kyodo", "Kyodo News", "共同通信", "共同通信社", "共同社"], credits: ["共同"] },
  { name: "UPI", kind: "agency", names: ["UPI", "United Press International"] },
  { name: "PTI", kind: "agency", names: ["PTI", "Press Trust of India"] },
  {
    name: "Bloomberg",
    kind: "agency",
    names: ["Bloomberg News"],
    cased: ["Bloomberg"],
    credits: ["彭博社", "彭博", "ブルームバーグ", "블룸버그"],
  },
  { name: "PA", kind: "agency", names: ["PA Media", "Press Association", "PA News Agency"], credits: ["PA"] },
  { name: "Anadolu", kind: "agency", names: ["Anadolu", "Anadolu Agency", "Anadolu Ajansı", "الأناضول"], credits: ["AA"] },
  { name: "Yonhap", kind: "agency", names: ["Yonhap", "Yonhap News Agency", "연합뉴스", "聯合ニュース", "韩联社", "韓聯社"] },
  { name: "RIA Novosti", kind: "agency", names: ["RIA Novosti", "РИА Новости"], cased: ["RIA"] },
  { name: "Ukrinform", kind: "agency", names: ["Ukrinform", "Укрінформ", "Укринформ"] },
  { name: "Jiji", kind: "agency", names: ["Jiji Press", "時事通信"], cased: ["Jiji"], credits: ["時事"] },
  { name: "The Canadian Press", kind: "agency", names: ["The Canadian Press", "Canadian Press"], credits: ["CP"] },
  { name: "AAP", kind: "agency", names: ["Australian Associated Press"], cased: ["AAP"] },
  { name: "APA", kind: "agency", names: ["Austria Presse Agentur"], cased: ["APA"], credits: ["apa"] },
  { name: "Keystone-SDA", kind: "agency", names: ["Keystone-SDA"], credits: ["SDA", "ATS", "AWP", "sda", "ats", "awp"] },
  { name: "Europa Press", kind: "agency", names: ["Europa Press", "Europapress"] },
  { name: "ANI", kind: "agency", names: ["Asian News International"], cased: ["ANI"] },
  { name: "IANS", kind: "agency", names: ["IANS", "Indo-Asian News Service"] },
  { name: "SID", kind: "agency", names: ["Sport-Informations-Dienst"], cased: ["SID", "sid"] },
  { name: "KNA", kind: "agency", names: ["Katholische Nachrichten-Agentur"], cased: ["KNA"], credits: ["kna"] },
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
  { name: "Adnkronos", kind: "agency", names: ["Adnkronos"] },
  { name: "Italpress", kind: "agency", names: ["Italpress"] },
  { name: "AGI", kind: "agency", names: ["Agenzia Giornalistica Italia"], credits: ["AGI", "Agenzia AGI"] },
  { name: "Askanews", kind: "agency", names: ["Askanews"], credits: ["askanews"] },
  { name: "LaPresse", kind: "agency", names: [], credits: ["LaPresse"] },
  { name: "DHA", kind: "agency", names: ["Demirören Haber Ajansı"], credits: ["DHA"] },
  { name: "İHA", kind: "agency", names: ["İhlas Haber Ajansı"], credits: ["İHA", "IHA"] },
  { name: "Newsis", kind: "agency", names: ["Newsis", "뉴시스"] },
  { name: "News1", kind: "agency", names: ["뉴스1"], credits: ["News1"] },
  {
    name: "China News Service",
    kind: "agency",
    names: ["China News Service", "中新社", "中国新闻社", "中國新聞社"],
    credits: ["中新网"],
  },
  { name: "CNA (Taiwan)", kind: "agency", names: ["Central News Agency", "中央社", "中央通訊社"] },
  { name: "UNN", kind: "agency", names: ["УНН"], credits: ["UNN"] },
  { name: "UNIAN", kind: "agency", names: ["UNIAN", "УНІАН", "УНИАН"] },
  { name: "Agência Brasil", kind: "agency", names: ["Agência Brasil"] },
  { name: "Estadão Conteúdo", kind: "agency", names: ["Estadão Conteúdo"] },
  { name: "Télam", kind: "agency", names: ["Télam"], credits: ["Telam"] },
  { name: "Notimex", kind: "agency", names: ["Notimex"] },
  { name: "Prensa Latina", kind: "agency", names: ["Prensa Latina"] },
  { name: "Hina", kind: "agency", names: [], credits: ["Hina"] },
  { name: "Tanjug", kind: "agency", names: ["Tanjug", "Танјуг"] },
  { name: "BTA", kind: "agency", names: ["Bulgarian News Agency"], credits: ["BTA", "БТА"] },
  { name: "Agerpres", kind: "agency", names: ["Agerpres"] },
  { name: "STA", kind: "agency", names: ["Slovenska tiskovna agencija"], credits: ["STA"] },
  { name: "TASR", kind: "agency", names: ["Tlačová agentúra Slovenskej republiky"], credits: ["TASR"] },
  { name: "STT", kind: "agency", names: ["Suomen Tietotoimisto"], credits: ["STT"] },
  { name: "BNS", kind: "agency", names: ["Baltic News Service"], credits: ["BNS"] },
  { name: "LETA", kind: "agency", names: [], credits: ["LETA"] },
  { name: "ELTA", kind: "agency", names: [], credits: ["ELTA"] },
  { name: "BelTA", kind: "agency", names: ["БелТА"], credits: ["BelTA"] },
  { name: "Kazinform", kind: "agency", names: ["Kazinform", "Казинформ"] },
  { name: "Azertac", kind: "agency", names: ["Azertac", "AZƏRTAC"] },
  { name: "Armenpress", kind: "agency", names: ["Armenpress", "Арменпресс"] },
  { name: "IRNA", kind: "agency", names: ["IRNA", "ایرنا"] },
  { name: "ISNA", kind: "agency", names: ["ایسنا"], credits: ["ISNA"] },
  { name: "SPA", kind: "agency", names: ["Saudi Press Agency"], credits: ["SPA", "واس"] },
  { name: "WAM", kind: "agency", names: ["Emirates News Agency"], credits: ["WAM", "وام"] },
  { name: "KUNA", kind: "agency", names: ["Kuwait News Agency"], credits: ["KUNA", "كونا"] },
  { name: "MENA", kind: "agency", names: ["Middle East News Agency"], credits: ["MENA", "أ ش أ"] },
  { name: "Petra", kind: "agency", names: ["Jordan News Agency"], credits: ["بترا"] },
  { name: "MAP", kind: "agency", names: ["Maghreb Arabe Presse"], credits: ["MAP"] },
  { name: "APS", kind: "agency", names: ["Algérie Presse Service"], credits: ["APS"] },
  { name: "NAN", kind: "agency", names: ["News Agency of Nigeria"], credits: ["NAN"] },
  { name: "GNA", kind: "agency", names: ["Ghana News Agency"], credits: ["GNA"] },
  { name: "PNA", kind: "agency", names: ["Philippine News Agency"], credits: ["PNA"] },
  { name: "APP", kind: "agency", names: ["Associated Press of Pakistan"], credits: ["APP"] },
  { name: "BSS", kind: "agency", names: ["Bangladesh Sangbad Sangstha"], credits: ["BSS"] },
  { name: "UNI", kind: "agency", names: ["United News of India"] },
  { name: "VNA", kind: "agency", names: ["Vietnam News Agency", "TTXVN"], credits: ["VNA"] },
  { name: "Dow Jones Newswires", kind: "agency", names: ["Dow Jones Newswires"] },
  { name: "Tribune Content Agency", kind: "agency", names: ["Tribune Content Agency"], credits: ["Tribune Content Agency, LLC"] },
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
  wire
    .flatMap(({ names, cased = [], credits = [] }) => [...names, ...cased, ...credits])
    .filter((form) => /^\p{Ll}{2,3}$/u.test(form)),
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

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\d]+$/u;

interface SoughtForm {
  readonly text: string;
  /** Letters around it make it part of another word; scripts that put no space between words have none to look for. */
  readonly isSpaced: boolean;
}

/** Forms to be found in a text: by the two letters they begin with, which few words of a text have. */
interface SoughtForms {
  /** 1 for each UTF-16 unit that a form begins with: a text is passed at the price of one look a letter. */
  readonly initials: Uint8Array;
  /** The same for the two units it begins with, by {@link pairSlot}: most words that share the first are told apart by the second. */
  readonly pairs: Uint8Array;
  /** By the two letters, the longest first. */
  readonly byPair: ReadonlyMap<number, readonly SoughtForm[]>;
  readonly names: ReadonlyMap<string, string>;
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const pairSlot = (first: number, second: number): number => ((first << 7) ^ second) & 0xffff;

function soughtForms(forms: readonly string[], names: ReadonlyMap<string, string>): SoughtForms {
  const initials = new Uint8Array(0x10000);
  const pairs = new Uint8Array(0x10000);
  const byPair = new Map<number, SoughtForm[]>();
  for (const text of [...forms].sort((a, b) => b.length - a.length)) {
    initials[text.charCodeAt(0)] = 1;
    pairs[pairSlot(text.charCodeAt(0), text.charCodeAt(1))] = 1;
    const those = byPair.get(pairAt(text, 0)) ?? [];
    those.push({ text, isSpaced: !unspaced.test(text) });
    byPair.set(pairAt(text, 0), those);
  }
  return { initials, pairs, byPair, names };
}

/** Forms without the article where the text is searched: an agency is found with it or without, and “t” begins too many words. */
const inRunningText = soughtForms(
  [...agencyByForm].flatMap(([form, name]) => (/^the /i.test(form) && agencyByForm.get(form.slice(4)) === name ? [] : [form])),
  agencyByForm,
);

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
  return mentionsIn(text, inRunningText, limit);
}

function mentionsIn(text: string, { initials, pairs, byPair, names }: SoughtForms, limit: number): AgencyMention[] {
  const out: AgencyMention[] = [];
  // No form has one letter alone, and a unit beyond the end would make every sum here a floating one.
  const last = text.length - 1;
  for (let at = 0; at < last; at++) {
    const first = text.charCodeAt(at);
    if (initials[first] === 0 || (at > 0 && isLatinLetter(text.charCodeAt(at - 1)))) continue;
    if (pairs[pairSlot(first, text.charCodeAt(at + 1))] === 0) continue;
    const form = formAt(text, at, byPair.get(pairAt(text, at)));
    const name = form === undefined ? undefined : names.get(form.text);
    if (form === undefined || name === undefined) continue;
    out.push({ at, length: form.text.length, name });
    if (out.length >= limit) break;
    at += form.text.length - 1;
  }
  return out;
}

/** No closure in the loop over a text: one would cost an object for every letter. */
function formAt(text: string, at: number, forms: readonly SoughtForm[] | undefined): SoughtForm | undefined {
  return forms?.find((each) => standsAt(text, at, each));
}

function standsAt(text: string, at: number, form: SoughtForm): boolean {
  if (!text.startsWith(form.text, at)) return false;
  const end = at + form.text.length;
  return (
    !form.isSpaced || !(wordLetter.test(text.charAt(at - 1)) || wordLetter.test(text.charAt(end)) || text.charAt(end) === "-")
  );
}

const wordLetter = /[\p{L}\p{N}_]/u;
const isLatinLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** Forms where a credit is expected: all of running text, those that are words elsewhere, and initials written small. */
const creditForms: ReadonlyMap<string, string> = new Map(
  wire.flatMap(({ name, names, cased = [], credits = [] }) =>
    [...names, ...cased, ...credits].flatMap((form) => [form, form.toUpperCase()]).map((form) => [form, name] as const),
  ),
);
const inCredits = soughtForms([...creditForms.keys()], creditForms);

/** The agencies of a line that is likely a credit, in order: short forms count too ("AA", "ats") that running text uses otherwise. */
export const findCreditedAgencies = (line: string): AgencyMention[] => mentionsIn(line, inCredits, Number.POSITIVE_INFINITY);

/** The short name of the first agency that `words` name; null where they name none. */
export function agencyIn(words: string): string | null {
  return agencyByForm.get(words.trim()) ?? findAgencies(words, 1)[0]?.name ?? null;
}

/** What picture credits name, agencies and picture agencies alike, as alternatives of a regular expression. */
export const pictureCreditsPattern: string = alternatives(
  newsAgencies.flatMap(({ names, cased = [] }) => [...names, ...cased]).filter((form) => /^[\x20-\x7e]+$/.test(form)),
);
