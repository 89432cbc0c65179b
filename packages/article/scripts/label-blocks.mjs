// Which of a page's blocks belong to its gold text. Long blocks by shared trigrams, short ones only where they stand between
// (or right next to) long ones in the gold's order; of repeated blocks the one in the best company.
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}_]+/gu;
export const tokens = (text) => (text ?? "").toLowerCase().match(TOKEN) ?? [];

const LONG = 6;

export function labelBlocks(texts, goldText) {
  const gold = tokens(goldText);
  const at = new Map();
  for (let i = 0; i + 2 < gold.length; i++) {
    const key = `${gold[i]} ${gold[i + 1]} ${gold[i + 2]}`;
    const list = at.get(key);
    if (list) list.push(i);
    else at.set(key, [i]);
  }
  const words = texts.map(tokens);
  const place = words.map((list) => {
    if (list.length < LONG) return -1;
    let hits = 0;
    const starts = new Map();
    for (let i = 0; i + 2 < list.length; i++) {
      const found = at.get(`${list[i]} ${list[i + 1]} ${list[i + 2]}`);
      if (!found) continue;
      hits += 1;
      for (const g of found.slice(0, 8)) starts.set(g - i, (starts.get(g - i) ?? 0) + 1);
    }
    if (hits < (list.length - 2) * 0.5) return -1;
    return Math.max(0, [...starts].sort((a, b) => b[1] - a[1])[0][0]);
  });
  const labels = place.map((p) => (p >= 0 ? 1 : 0));
  // Repeated text: keep the copy whose neighbours follow the gold's order.
  const byPlace = new Map();
  place.forEach((p, i) => {
    if (p < 0) return;
    const key = `${p}:${words[i].slice(0, 8).join(" ")}`;
    const list = byPlace.get(key);
    if (list) list.push(i);
    else byPlace.set(key, [i]);
  });
  for (const list of byPlace.values()) {
    if (list.length < 2) continue;
    const company = (i) => {
      let sum = 0;
      for (let j = Math.max(0, i - 10); j <= Math.min(place.length - 1, i + 10); j++) {
        if (j === i || place[j] < 0 || list.includes(j)) continue;
        if (Math.sign(place[j] - place[i]) === Math.sign(j - i) && Math.abs(place[j] - place[i]) < 600)
          sum += 1 / Math.abs(j - i);
      }
      return sum;
    };
    const best = list.map((i) => [company(i), i]).sort((a, b) => b[0] - a[0])[0][1];
    for (const i of list) {
      if (i !== best) {
        labels[i] = 0;
        place[i] = -1;
      }
    }
  }
  // Short blocks, by the gold between their long neighbours.
  for (let i = 0; i < words.length; i++) {
    const list = words[i];
    if (place[i] >= 0 || list.length === 0 || list.length >= LONG * 3) continue;
    let from = -1;
    let to = -1;
    for (let j = i - 1; j >= Math.max(0, i - 15) && from < 0; j--) if (place[j] >= 0) from = place[j] + words[j].length - 2;
    for (let j = i + 1; j <= Math.min(words.length - 1, i + 15) && to < 0; j++) if (place[j] >= 0) to = place[j] + 1;
    if (from < 0 && to < 0) continue;
    if (from < 0) from = Math.max(0, to - 80);
    if (to < 0) to = Math.min(gold.length, from + 120);
    const slice = ` ${gold.slice(Math.max(0, from), to).join(" ")} `;
    if (slice.includes(` ${list.join(" ")} `)) labels[i] = 1;
  }
  return { labels, sizes: words.map((list) => list.length), goldSize: gold.length };
}
