import { COMMENT_WORDS, type CommentWords } from "./languages/comment-words.ts";
import { ASSUMED_LANGUAGE } from "./languages/traits.ts";

const wordsOf = (language: string | null): readonly CommentWords[] => {
  const own = COMMENT_WORDS[language ?? ASSUMED_LANGUAGE];
  // Rubrics stand in English on pages of other languages, too.
  const english = COMMENT_WORDS.en;
  return [own, own === english ? undefined : english].filter((words) => words !== undefined);
};

/** What may stand between a rubric and the headline. */
const AFTER = /^\s*(?:[:|·：/]|[-–—]\s)/u;
const BEFORE = /(?:[:|·：/]|\s[-–—])\s*$/u;
/** At most so many words lead in to what marks an explainer: "Ferry fire: the ten things to know". */
const LEAD_IN = /(?:^|[:;|·–—?!.]\s*|\s-\s)(?:[\p{L}\p{N}]+\s+){0,2}$/u;
const WORD_GOES_ON = /^[\p{L}\p{N}]/u;

/** Whether a headline says that its text is an opinion, an analysis or an explainer and no report. */
export function isCommentHeadline(headline: string, language: string | null): boolean {
  const title = headline.trim().toLowerCase().replace(/[’‘]/gu, "'");
  return wordsOf(language).some(
    ({ rubrics, explains }) =>
      rubrics.some((rubric) => bears(title, rubric)) || explains.some((words) => explainsBy(title, words)),
  );
}

/** Whether a line is nothing but a rubric. */
export function isCommentRubric(line: string, language: string | null): boolean {
  const folded = line.trim().toLowerCase();
  return wordsOf(language).some(({ rubrics }) => rubrics.includes(folded));
}

/** Words by which writers of a language speak for themselves; none where they are not known. */
export function writersVoice(language: string | null): ReadonlySet<string> {
  return COMMENT_WORDS[language ?? ASSUMED_LANGUAGE]?.voice ?? new Set();
}

function bears(title: string, rubric: string): boolean {
  if (title === rubric) return true;
  for (const [open, close] of ["[]", "()"])
    if (title.startsWith(`${open}${rubric}${close}`) || title.endsWith(`${open}${rubric}${close}`)) return true;
  if (title.startsWith(rubric) && AFTER.test(title.slice(rubric.length))) return true;
  return title.endsWith(rubric) && BEFORE.test(title.slice(0, -rubric.length));
}

function explainsBy(title: string, words: string): boolean {
  const at = title.indexOf(words);
  return at >= 0 && !WORD_GOES_ON.test(title.slice(at + words.length)) && LEAD_IN.test(title.slice(0, at));
}
