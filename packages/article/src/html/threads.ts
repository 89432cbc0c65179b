/**
 * A thread of posts (a forum, questions and answers) is kept whole: its posts are alike, stand side by side and are signed, and the
 * classifier, which learned articles, likes only the first one. Teasers and further articles stand side by side too, but under headlines
 * or links of their own.
 */
import { i32Of, u16Of } from "../indexing.ts";
import { phraseBit } from "../phrases.ts";
import { INSIDE, type PageAnalysis } from "./analyse-page.ts";
import { meaningBit } from "./class-words.ts";
import { isHeadingTag } from "./tags.ts";
import { foldWords } from "./title-words.ts";

const POSTS_MIN = 2;
/** How far below the thread a post's text stands at least: paragraphs of one text are children of their container. */
const LEVELS_MIN = 2;
const POINTER_LINKS_MIN = 0.8;
const POINTER_CHARS_MIN = 25;
const SIGNATURE_CHARS_MAX = 80;
/** A first post so many times as long as the others is an article under which people comment. */
const ARTICLE_TIMES = 5;
/** Of the characters kept so far. */
const INSIDE_SHARE_MIN = 0.7;
/** A forum has a line of rules or a description above its posts. */
const PROSE_BEFORE_MAX = 2;
const commentsBit = phraseBit("comments");
const commentMeaning = meaningBit("comment");
const signatureMeaning = meaningBit("author") | meaningBit("date");

export function keepThread(
  analysis: PageAnalysis,
  titles: readonly string[],
  kept: boolean[],
  isFixed: (index: number) => boolean,
): void {
  const { blocks, parsed, depth, inside } = analysis;
  const { parent } = parsed.page;
  const begins = blocks.findIndex((block, i) => kept[i] === true && block.isProse);
  // Where nothing was kept, posts may be all that the page has.
  const isBare = begins < 0;
  const start = isBare ? likeliestPost(analysis) : begins;
  const first = isBare ? start : nestedAlike(analysis, start, kept);
  const opening = blocks[first];
  if (opening === undefined || i32Of(inside, opening.node) & (INSIDE.list | INSIDE.table | INSIDE.caption)) return;
  const like: number[] = [];
  const isComment = (node: number): boolean => ((analysis.inherited[node] ?? 0) & commentMeaning) !== 0;
  // An article before them makes comments of posts.
  let before = 0;
  for (let i = 0; i < start; i++) if (blocks[i]?.isProse) before += 1;
  if (before > PROSE_BEFORE_MAX) return;
  for (let i = first + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.signature === opening.signature && isComment(block.node) === isComment(opening.node)) like.push(i);
  }
  const thread = threadOf(analysis, opening.node, like);
  if (thread === 0 || u16Of(depth, opening.node) - u16Of(depth, thread) < LEVELS_MIN) return;
  const postOf = (node: number): number => {
    let at = node;
    while (u16Of(depth, at) > u16Of(depth, thread) + 1) at = i32Of(parent, at);
    return parent[at] === thread ? at : 0;
  };
  const posts = new Map<number, number[]>();
  for (const i of [first, ...like]) {
    const node = blocks[i]?.node ?? 0;
    const post = depth[node] === depth[opening.node] ? postOf(node) : 0;
    if (post === 0) continue;
    const own = posts.get(post);
    if (own === undefined) posts.set(post, [i]);
    else own.push(i);
  }
  if (posts.size < (isBare ? BARE_POSTS_MIN : POSTS_MIN) || isArticle(analysis, posts)) return;
  if (isBare ? isComment(opening.node) : standsApart(analysis, posts, kept)) return;
  const titleWords = new Set(titles.flatMap((title) => foldWords(title)));
  const isSigned = new Map([...posts.keys()].map((post) => [post, false]));
  const from = i32Of(parsed.page.start, thread);
  const to = i32Of(parsed.page.end, thread);
  let lastPost = 0;
  for (const block of blocks) {
    if (block.start < from || block.start >= to) continue;
    const post = postOf(block.node);
    const known = isSigned.get(post);
    if (known === undefined) {
      // "12 comments" between the first post and the second: the first is an article.
      if (lastPost > 0 && block.phrases.startMask & commentsBit && lastPost === [...posts.keys()][0]) return;
      continue;
    }
    lastPost = post;
    const mayPoint = isHeadingTag(u16Of(parsed.page.tag, block.node)) || block.linkDensity > POINTER_LINKS_MIN;
    if (mayPoint && block.text.length > POINTER_CHARS_MIN) {
      if (
        !foldWords(block.text)
          .slice(1)
          .every((word) => titleWords.has(word))
      )
        return;
    } else if (!known && block.text.length <= SIGNATURE_CHARS_MAX && !block.isProse) {
      const own = i32Of(analysis.own, block.node) | i32Of(analysis.own, i32Of(parent, block.node));
      if (own & signatureMeaning || (block.stats.digits > 0 && (block.links > 0 || timeLike.test(block.text))))
        isSigned.set(post, true);
    }
  }
  for (const [post, texts] of posts)
    if (isSigned.get(post) === true)
      for (const i of texts) if (!isFixed(i) && (blocks[i]?.linkDensity ?? 1) < POINTER_LINKS_MIN) kept[i] = true;
}

const BARE_POSTS_MIN = 3;
const BARE_CHARS_MIN = 150;
const timeLike = /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b/;

/** The first block of the kind of element that holds most of the page's prose; -1 where that is next to nothing, or part of a menu. */
function likeliestPost({ blocks, inside }: PageAnalysis): number {
  const chars = new Map<number, number>();
  for (const { isProse, node, signature, text } of blocks)
    if (isProse && !(i32Of(inside, node) & NO_POST)) chars.set(signature, (chars.get(signature) ?? 0) + text.length);
  const [best] = [...chars].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < BARE_CHARS_MIN
    ? -1
    : blocks.findIndex(({ signature, isProse }) => isProse && signature === best[0]);
}

const NO_POST = INSIDE.nav | INSIDE.footer | INSIDE.aside | INSIDE.form | INSIDE.hidden | INSIDE.caption;

/** `start`, or the first kept block of its kind that lies at another depth, where all others do: a question above its answers. */
function nestedAlike({ blocks, depth }: PageAnalysis, start: number, kept: readonly boolean[]): number {
  const opening = blocks[start];
  if (opening === undefined) return start;
  let other = -1;
  for (let i = start + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.signature !== opening.signature || !block.isProse) continue;
    if (depth[block.node] !== depth[opening.node]) {
      if (other < 0 && kept[i]) other = i;
    } else if (other >= 0) return start;
  }
  return other < 0 ? start : other;
}

/** Whether most of what was kept stands outside the posts: then they are something else's comments, or cards. */
function standsApart({ blocks }: PageAnalysis, posts: ReadonlyMap<number, readonly number[]>, kept: readonly boolean[]): boolean {
  const inPosts = new Set([...posts.values()].flat());
  const kinds = new Set([...inPosts].map((i) => blocks[i]?.signature));
  let inside = 0;
  let all = 0;
  for (const [i, block] of blocks.entries()) {
    if (!kept[i] || !block.isProse) continue;
    all += block.text.length;
    if (inPosts.has(i) || kinds.has(block.signature)) inside += block.text.length;
  }
  return inside < INSIDE_SHARE_MIN * all;
}

/** Whether the first post is so much longer than the others that they are comments on it. */
function isArticle({ blocks }: PageAnalysis, posts: ReadonlyMap<number, readonly number[]>): boolean {
  const sizes = [...posts.values()].map((texts) => texts.reduce((sum, i) => sum + (blocks[i]?.text.length ?? 0), 0));
  const [opening = 0, ...others] = sizes;
  const mean = others.reduce((sum, size) => sum + size, 0) / others.length;
  return opening > ARTICLE_TIMES * mean;
}

/** The lowest element that holds `node` and a block of `like` in different children; 0 for none. */
function threadOf(analysis: PageAnalysis, node: number, like: readonly number[]): number {
  const { blocks, depth, parsed } = analysis;
  const { parent } = parsed.page;
  for (const i of like) {
    let a = node;
    let b = blocks[i]?.node ?? 0;
    if (depth[a] !== depth[b]) continue;
    let levels = 0;
    while (a !== b) {
      a = i32Of(parent, a);
      b = i32Of(parent, b);
      levels += 1;
    }
    if (levels >= LEVELS_MIN) return a;
  }
  return 0;
}
