/** Lines of reporters in scripts without capitals: "記者陳鈞凱／台北報導", "홍길동 기자 hong@…", "本报记者 张三". */
import { REPORTER_WORDS } from "@wirefold/text/boilerplate";

const LINE_CHARS_MAX = 60;
const words = Object.values(REPORTER_WORDS);
/** Longest first, so that "本报记者" is not read as a name and "记者". */
const oneOf = (list: readonly string[]): string => [...new Set(list)].sort((a, b) => b.length - a.length).join("|");
const before = oneOf(words.flatMap((one) => one.before));
const after = oneOf(words.flatMap((one) => one.after));
const filed = oneOf(words.flatMap((one) => one.filed));
const letters = "\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}";
const name = `[${letters}]{2,5}`;
const names = `${name}(?:[\\s、，,·和]{1,2}${name}){0,4}`;
const open = "^[\\[【（(〔\\s]{0,2}";
const close = "[\\]】）)〕\\s]{0,2}$";

/** "記者陳鈞凱／台北報導", "記者 陳鈞凱、林某", "文／陳鈞凱". A single sign such as "文" needs its mark. */
const leading = new RegExp(
  `${open}(?<word>${before})(?<mark>\\s*[/／:：|｜]\\s*|\\s*)(?<names>${names})(?:\\s*[/／|｜]\\s*[${letters}]{2,8}(?:${filed}))?${close}`,
  "u",
);
/** "記者陳鈞凱台北報導": name, place and report in one. */
const inOne = new RegExp(`${open}(?:${before})\\s?(?<names>[${letters}]{2,3})[${letters}]{2,3}(?:${filed})${close}`, "u");
/** "홍길동 기자", "홍길동·김영희 기자 hong@courier.example", "山田太郎 記者". */
const trailing = new RegExp(`${open}(?<names>${names})\\s?(?:${after})(?:\\s+\\S{3,40}@\\S{3,40})?${close}`, "u");
/** "國際中心／綜合報導": a desk. */
const desk = new RegExp(`${open}[${letters}]{2,6}\\s*[/／|｜]\\s*(?:[${letters}]{2,6})?(?:${filed})${close}`, "u");
const script = new RegExp(`[${letters}]`, "u");

/** The names in such a line, none for a desk's; undefined for any other line. */
export function readReporterLine(text: string): string[] | undefined {
  if (text.length > LINE_CHARS_MAX || !script.test(text)) return undefined;
  const lead = inOne.exec(text)?.groups ?? leading.exec(text)?.groups;
  // "文" and "글" open many words; with a mark behind them they are labels.
  const found = lead !== undefined && (lead.word?.length !== 1 || lead.mark !== "") ? lead : trailing.exec(text)?.groups;
  if (found !== undefined) return (found.names ?? "").split(/[\s、，,·和]+/u).filter((one) => one !== "");
  return desk.test(text) ? [] : undefined;
}
