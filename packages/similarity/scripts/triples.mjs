/**
 * Three reports given alone: of one event (as dated and without dates), of three events, and of three events alike in words and people (the
 * nearest by words of other groups, published five days to four months apart). How many stories they come to, by models that did not see
 * their groups: what somebody sees who hands over three articles.
 */
import {
  cosineOf,
  featuresOf,
  groupEdges,
  judge,
  lookupsOf,
  MEASURE_COUNT,
  MemorySimilarityIndex,
  measurePair,
  postingsOf,
  prepareDocument,
  worthComparing,
  worthMeasuring,
} from "../dist/index.js";

/** Characters from which a text is a report rather than a brief. */
const REPORT = 600;
const NEAR_DAYS = { from: 4, to: 120 };

function groupsOfThree(docs) {
  const groups = new Map();
  for (const doc of docs) groups.set(doc.group, [...(groups.get(doc.group) ?? []), doc]);
  return [...groups.values()].filter((group) => group.length === 3 && group.every(({ text }) => text.length > REPORT));
}

/** Each third dated report with the nearest by words of two other groups that were published at another time. */
function nearTriples(groups) {
  const dated = groups.flat().filter(({ published_at }) => published_at);
  const prepared = dated.map((doc) => prepareDocument(featuresOf(doc)));
  const triples = [];
  for (let i = 0; i < dated.length; i += 3) {
    const near = [];
    for (const [j, other] of dated.entries()) {
      const days = Math.abs(prepared[i].features.publishedDay - prepared[j].features.publishedDay);
      if (other.group !== dated[i].group && days > NEAR_DAYS.from && days <= NEAR_DAYS.to)
        near.push({ other, cosine: cosineOf(prepared[i], prepared[j]) });
    }
    near.sort((x, y) => y.cosine - x.cosine);
    const second = near.find(({ other }) => other.group !== near[0]?.other.group);
    if (second !== undefined) triples.push([dated[i], near[0].other, second.other]);
  }
  return triples;
}

function storiesOf(documents, dated, oddsOf) {
  const prepared = documents.map((doc, i) =>
    prepareDocument(featuresOf({ id: `d${i}`, title: doc.title, text: doc.text, published_at: dated ? doc.published_at : null })),
  );
  const index = new MemorySimilarityIndex();
  for (const one of prepared) index.insertOne(one.features.id, postingsOf(one));
  const edges = new Map();
  for (const [i, a] of prepared.entries()) {
    for (const { id } of index.candidatesOf(a.features.id, lookupsOf(a))) {
      const j = Number(id.slice(1));
      const [low, high] = i < j ? [i, j] : [j, i];
      const [x, y] = [prepared[low], prepared[high]];
      if (edges.has(`${low} ${high}`) || !worthComparing(x.sketch, y.sketch) || !worthMeasuring(x, y)) continue;
      const m = Float32Array.from(measurePair(x, y, new Float64Array(MEASURE_COUNT)));
      const { event, derived } = oddsOf(m, documents[low], documents[high], dated);
      edges.set(`${low} ${high}`, judge(x, y, m, event, derived));
    }
  }
  const ids = prepared.map(({ features }) => features.id);
  const groups = groupEdges(
    ids,
    [...edges.values()].filter((edge) => edge !== null),
  );
  return new Set(ids.map((id) => groups.get(id)?.story)).size;
}

/**
 * Prints how many triples come to one, two and three stories.
 *
 * @param docs Documents of sets of one event told by several outlets: {title, text, published_at, group, half}.
 * @param oddsOf Log-odds of a pair by models that saw neither group: (measures, first, second, whether dates count) => {event, derived}.
 */
export function printTriples(docs, oddsOf) {
  const groups = groupsOfThree(docs);
  const unlike = groups.map((group, k) => [group[0], groups[(k + 7) % groups.length][1], groups[(k + 31) % groups.length][2]]);
  console.log("| three reports alone | triples | one story | two | three |\n| --- | --- | --- | --- | --- |");
  for (const { name, triples, dated } of [
    { name: "of one event, as dated", triples: groups, dated: true },
    { name: "of one event, without dates", triples: groups, dated: false },
    { name: "of three events, without dates", triples: unlike, dated: false },
    { name: "of three events near in words, without dates", triples: nearTriples(groups), dated: false },
  ]) {
    const counts = [0, 0, 0];
    for (const triple of triples) counts[storiesOf(triple, dated, oddsOf) - 1]++;
    console.log(`| ${name} | ${triples.length} | ${counts.join(" | ")} |`);
  }
}
