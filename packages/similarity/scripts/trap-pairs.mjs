/**
 * Pairs that share rare words and are not one event, made from real reports for training, because such pairs are seldom
 * together in a set: other news from the same world (names and figures of one report put into another), and the event of
 * one report told in a passage of another as background, or in one of an almanac.
 */
const seeded = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
};
const NAME = /(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{Ll}{2,}/gu;
const CALENDAR =
  /^(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:uary|ch|il|ust|ember|ober|day)?$/u;
const FIGURE = /\b\d[\d,.]*\d\b|\b\d\b/gu;

function ranked(text, pattern) {
  const counts = new Map();
  for (const [found] of text.matchAll(pattern)) if (!CALENDAR.test(found)) counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([found]) => found);
}

/** `text` with a share of its names and figures replaced by those of `other`, the most frequent by the most frequent. */
function inWorldOf(text, other, random) {
  const names = 0.3 + 0.7 * random();
  const figures = random() < 0.3 ? 0 : 0.8 * random();
  const to = new Map();
  for (const [pattern, share] of [
    [NAME, names],
    [FIGURE, figures],
  ]) {
    const theirs = ranked(other, pattern);
    let next = 0;
    for (const own of ranked(text, pattern)) if (next < theirs.length && random() < share) to.set(own, theirs[next++]);
  }
  return text.replace(/\p{L}+|\d[\d,.]*\d|\d/gu, (word) => to.get(word) ?? word);
}

/** `text` with a passage of `other` put in at a sentence's end. */
function withPassageOf(text, other, random) {
  const sentences = text.split(/(?<=[.!?]["”]?)\s+/u);
  const theirs = other.split(/(?<=[.!?]["”]?)\s+/u);
  const length = 1 + Math.floor(random() * Math.max(1, Math.min(4, sentences.length / 5)));
  const from = random() < 0.6 ? 0 : Math.floor(random() * Math.max(1, theirs.length - length));
  sentences.splice(Math.floor(random() * (sentences.length + 1)), 0, ...theirs.slice(from, from + length));
  return sentences.join(" ");
}

/** Passages of several reports, each put into an earlier year, that of `other` among them. */
function almanacOf(texts, other, random) {
  const passages = [other, ...texts].map((text) => {
    const sentences = text.split(/(?<=[.!?]["”]?)\s+/u).slice(0, 1 + Math.floor(random() * 3));
    return `In ${1900 + Math.floor(random() * 110)}, ${sentences.join(" ")}`;
  });
  const first = random() < 0.5 ? 0 : Math.floor(random() * passages.length);
  return [passages[first], ...passages.filter((_, i) => i !== first)].join("\n");
}

/** The first words of a text, to a sentence's end where there is one near. */
function cutTo(text, words) {
  const cut = text.split(/\s+/u).slice(0, words).join(" ");
  const end = cut.search(/[.!?]["”]?(?=\s+\S*$)/u);
  return end > cut.length * 0.6 ? cut.slice(0, end + 1) : cut;
}

/** Two reports of different events with one house paragraph, as an outlet or an agency prints under all it publishes. */
function housePair(a, b, other, random) {
  const sentences = other.split(/(?<=[.!?]["”]?)\s+/u);
  const length = 2 + Math.floor(random() * 5);
  const from = Math.floor(random() * Math.max(1, sentences.length - length));
  const house = sentences.slice(from, from + length).join(" ");
  const short = random() < 0.6;
  const first = random() < 0.2;
  return [a, b].map((doc, i) => {
    const text = short ? cutTo(doc.text, 25 + Math.floor(random() * 110)) : doc.text;
    return { ...doc, id: `house:${i}`, text: first ? `${house}\n${text}` : `${text}\n${house}` };
  });
}

/**
 * @param docs reports with id, title, text, published_at, group (one event) and half
 * @returns pairs [a, b] of documents that are not one event; both halves of a pair come from the same half of the groups
 */
export function trapPairs(docs, count, seed = 11) {
  const random = seeded(seed);
  const pick = () => docs[Math.floor(random() * docs.length)];
  const groups = new Map();
  for (const doc of docs) {
    if (!groups.has(doc.group)) groups.set(doc.group, []);
    groups.get(doc.group).push(doc);
  }
  const pairs = [];
  for (let tries = 0; pairs.length < count && tries < count * 20; tries++) {
    const base = pick();
    const known = pick();
    if (base.group === known.group || base.half !== known.half || base.text.length < 600) continue;
    if (random() < 0.25) {
      pairs.push(housePair({ ...base, published_at: known.published_at }, known, pick().text, random));
      continue;
    }
    // Half of them are undated or of one day: the date must not do all the work.
    const published_at = random() < 0.5 ? null : known.published_at;
    const partners = groups.get(known.group);
    const partner = partners[Math.floor(random() * partners.length)];
    const kind = random();
    const others = Array.from({ length: 5 + Math.floor(random() * 6) }, () => pick().text);
    const text =
      kind < 0.55
        ? inWorldOf(base.text, known.text, random)
        : kind < 0.8
          ? withPassageOf(base.text, partner.text, random)
          : almanacOf(others, partner.text, random);
    const other = partner === known || random() < 0.5 ? known : partners[Math.floor(random() * partners.length)];
    if (other === partner && text.includes(partner.text.slice(0, 200))) continue;
    pairs.push([{ ...base, id: `trap:${pairs.length}`, text, published_at }, other]);
  }
  return pairs;
}
