import { words } from "./word-list.ts";

/** How a language's outlets mark what is no report, and how its writers speak for themselves. One file for all, as the lists are short. */
export interface CommentWords {
  /** Rubrics that stand before or behind a headline and mark an opinion, an analysis or an explainer; folded to lower case. */
  readonly rubrics: readonly string[];
  /** How headlines of explainers begin or end. */
  readonly explains: readonly string[];
  /** Words by which a writer speaks for himself or tells what is to be done, outside quotation marks. */
  readonly voice: ReadonlySet<string>;
}

const list = (rows: string): readonly string[] =>
  rows
    .split(/[,\n]/)
    .map((row) => row.trim())
    .filter((row) => row !== "");

export const COMMENT_WORDS: Readonly<Record<string, CommentWords>> = {
  ar: {
    rubrics: list("رأي, مقال رأي, تحليل, افتتاحية"),
    explains: list("ماذا نعرف عن, كل ما تحتاج معرفته"),
    voice: words("أنا نحن لنا علينا يجب"),
  },
  de: {
    rubrics: list(
      "kommentar, meinung, leitartikel, analyse, kolumne, gastbeitrag, glosse, faq, fragen und antworten, hintergrund, essay, pro und contra",
    ),
    explains: list("was wir wissen, was bisher bekannt ist, was man wissen muss, das müssen sie wissen, so funktioniert"),
    voice: words("ich mich mir mein meine meiner wir uns unser unsere sollte sollten müsste müssten"),
  },
  en: {
    rubrics: list(
      "opinion, opinions, op-ed, oped, editorial, commentary, comment, column, columnist, analysis, news analysis, explainer, explained, perspective, viewpoint, essay, letter to the editor, letters to the editor, guest column, guest essay, faq, fact check, fact-check, q&a, backgrounder, voices, point of view",
    ),
    explains: list(
      "what we know, what to know, what you need to know, things to know, everything you need to know, everything to know, what happens next, here's what, a timeline, questions answered, key takeaways, takeaways from",
    ),
    voice: words("i i'm i've i'd i'll me my myself we we're we've our ours ourselves should ought"),
  },
  es: {
    rubrics: list("opinión, editorial, análisis, columna, tribuna, carta al director, cartas al director, explicación, claves"),
    explains: list("qué se sabe, lo que se sabe, todo lo que hay que saber, las claves de, preguntas y respuestas"),
    voice: words("yo mí mi mis nosotros nuestro nuestra nuestros nuestras creo debería deberían debemos"),
  },
  fr: {
    rubrics: list("opinion, éditorial, édito, analyse, tribune, chronique, point de vue, décryptage, billet, le point sur"),
    explains: list("ce que l'on sait, ce qu'il faut savoir, tout ce qu'il faut savoir, questions et réponses"),
    voice: words("je j me moi mon ma mes nous notre nos devrait devraient faudrait"),
  },
  it: {
    rubrics: list("opinione, opinioni, editoriale, commento, analisi, l'analisi, il commento, l'intervento, rubrica"),
    explains: list("cosa sappiamo, cosa sapere, tutto quello che c'è da sapere, domande e risposte"),
    voice: words("io mio mia miei mie noi nostro nostra nostri nostre credo dovrebbe dovrebbero"),
  },
  nl: {
    rubrics: list("opinie, commentaar, analyse, column, achtergrond, essay"),
    explains: list("wat we weten, dit moet je weten, vragen en antwoorden"),
    voice: words("ik mij mijn wij we ons onze moeten zouden"),
  },
  pl: {
    rubrics: list("opinia, komentarz, analiza, felieton, wyjaśniamy"),
    explains: list("co wiemy, co wiadomo, co trzeba wiedzieć"),
    voice: words("ja mnie mój moja moje my nas nasz nasza nasze powinien powinna powinniśmy powinny"),
  },
  pt: {
    rubrics: list("opinião, editorial, análise, coluna, artigo de opinião, perguntas e respostas"),
    explains: list("o que se sabe, o que sabemos, entenda, tudo o que precisa saber"),
    voice: words("eu meu minha meus minhas nós nosso nossa nossos nossas deveria deveriam devemos"),
  },
  ru: {
    rubrics: list("мнение, колонка, комментарий, анализ, аналитика, разбор, объясняем"),
    explains: list("что известно, что нужно знать, главное о"),
    voice: words("я мне меня мой моя мое мы нас нам наш наша наши следует"),
  },
  tr: {
    rubrics: list("yorum, görüş, analiz, köşe yazısı"),
    explains: list("neler biliyoruz, bilmeniz gerekenler"),
    voice: words("ben benim bana biz bizim bize"),
  },
  zh: {
    rubrics: list("评论, 社论, 观点, 分析, 时评"),
    explains: list("你需要知道"),
    voice: words("我 我们 我的 我们的 应该"),
  },
};
