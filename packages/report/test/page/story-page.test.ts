import { type StoryMember, type StoryRecord, sha256 } from "@wirefold/core";
import { describe, expect, test } from "vitest";
import { type ReportDocument, renderIndexPage, renderStoryPage, reportFiles, storyPath, storyRow } from "../../src/index.ts";
import { ferryDocuments, ferryFire, ferryRun } from "../fixtures/ferry-fire.ts";

const page = renderStoryPage({ record: ferryFire, documents: ferryDocuments });
const textOf = (markup: string) =>
  markup
    .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
const sectionOf = (id: string) =>
  textOf(page.slice(page.indexOf(`<section id="${id}"`), page.indexOf("</section>", page.indexOf(`<section id="${id}"`))));

describe("the story page", () => {
  test("is one file that asks the network for nothing", () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|video|audio|base|form)\b/);
    expect(page).not.toMatch(/\b(?:src|srcset|action|style|on\w+)="/);
    expect(page).not.toContain("@import");
    expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
  });

  test("its policy names the hash of the style and of the script it carries", () => {
    for (const tag of ["style", "script"]) {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)![1]!;
      expect(page).toContain(`${tag}-src 'sha256-${Buffer.from(sha256(content), "hex").toString("base64")}'`);
    }
  });

  test("every link leads to something on the page, and no id stands twice", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const known = new Set(ids);
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map((m) => m[1]!);
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
  });

  test("conflicts come first, each side with its sources", () => {
    expect(page.indexOf('<section id="conflicts"')).toBeLessThan(page.indexOf('<section id="claims"'));
    const conflicts = sectionOf("conflicts");
    expect(conflicts).toMatch(/14 people 4 articles, 1 independent source .* 17 people 2 articles, 1 independent source/);
  });

  test("the first screen calls known what independent sources tell, and sets apart what one alone does", () => {
    const screen = (record: StoryRecord) => {
      const markup = renderStoryPage({ record, documents: ferryDocuments });
      return textOf(markup.slice(markup.indexOf('id="known-h"'), markup.indexOf('id="disputed-h"')));
    };
    const known = screen(ferryFire);
    expect(known.slice(0, known.indexOf("Told by one source"))).not.toMatch(/\b1 independent source\b/);
    const alone = screen({ ...ferryFire, claims: ferryFire.claims.map((claim) => ({ ...claim, independent_sources: 1 })) });
    expect(alone).toContain("No figure here is told by two independent sources. Told by one source");
  });

  test("the table says of each claim who agrees, rounds, bounds or contradicts, in words as well as signs", () => {
    const claims = sectionOf("claims");
    expect(claims).toMatch(/People killed in the fire on the Aurelia 14 people ≠ in conflict/);
    for (const words of [
      "contradicts: 17",
      "rounded: nearly 1,400",
      "bound: more than 1,300",
      "less precise: dozens",
      "agrees: 1,342",
      "not mentioned",
    ])
      expect(claims).toContain(words);
    expect(claims).toContain("1 if shared agency copy counts once");
  });

  test("a value that only a rewrite of the same report changed is no conflict", () => {
    const alone = textOf(renderStoryPage({ record: { ...ferryFire, conflicts: [] }, documents: ferryDocuments }));
    expect(alone).toMatch(/People killed in the fire on the Aurelia 14 people ≠ changed by a rewrite/);
    expect(alone).not.toContain("≠ in conflict");
  });

  test("a place is no second speaker where the articles name who spoke there", () => {
    const record: StoryRecord = structuredClone(ferryFire);
    const [claim] = record.claims;
    const place = { id: "n-place", canonical: "Kestrel Sound", type: "place" as const, variants: [], docs: [] };
    record.names.push({ ...record.names[0]!, ...place });
    claim!.origins = ["Kestrel Sound", "harbour police", "the mayor"];
    claim!.canonical.attributed_to = "Kestrel Sound";
    const told = textOf(renderStoryPage({ record, documents: ferryDocuments }));
    expect(told).toMatch(/Harbour police and the mayor/);
    expect(told).not.toMatch(/Kestrel Sound(?:,| and) /);
  });

  test("a figure in another unit is shown with it", () => {
    expect(sectionOf("claims")).toContain("rounded: 14 miles");
  });

  test("a conflict quotes the sentence, not the bare number, and no title ends it", () => {
    const record: StoryRecord = structuredClone(ferryFire);
    const at = ferryDocuments.get("kp-500")!.text.indexOf("Seventeen");
    record.conflicts[0]!.sides[1]!.evidence = [
      { doc: "kp-500", span: [at, at + 9], text: "Seventeen", hash: sha256("Seventeen") },
    ];
    const markup = renderStoryPage({ record, documents: ferryDocuments });
    const conflicts = textOf(markup.slice(markup.indexOf('<section id="conflicts"'), markup.indexOf('<section id="claims"')));
    expect(conflicts).toContain(
      "Seventeen people died in the fire aboard the ferry Aurelia, the director of the Port Calder general hospital, Dr. Anneke Solberg, said on Tuesday",
    );
  });

  test("the share taken is given where words were taken, and left out for a translation", () => {
    const lineage = textOf(page.slice(page.indexOf('<section id="lineage"'), page.indexOf('<section id="compare"')));
    expect(lineage).toContain("Harbour Post 71% taken from A1");
    expect(lineage).toMatch(/صحيفة الميناء rewrite/);
  });

  test("quotation versions show the words left out and put in, the most distorted first", () => {
    const quotes = sectionOf("quotes");
    expect(quotes).toMatch(/\[left out: , not hours \]/);
    expect(quotes).toMatch(/\[put in: on fire \]/);
    expect(quotes.indexOf("Distorted")).toBeLessThan(quotes.indexOf("Paraphrased"));
  });

  test("changes are listed worst first for each rewrite", () => {
    const changes = sectionOf("mutations");
    expect(changes.indexOf("Severity 5 of 5, changes the meaning: Error introduced")).toBeGreaterThan(0);
    expect(changes.indexOf("Error introduced")).toBeLessThan(changes.indexOf("Unit dropped"));
    expect(changes).toContain("leaves it out");
  });

  test("what was cut is struck in the text where it stood there, and listed with its reason", () => {
    expect(page).toMatch(/<del class="cut" title="cut: Share buttons">/);
    expect(textOf(page)).toMatch(/Related links 1 \d+ READ MORE: Ten ferries/);
    expect(textOf(page)).toContain("Sign up for our morning briefing &lt;b&gt;today&lt;/b&gt;.");
  });

  test("hostile text is shown and obeyed nowhere", () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("javascript:");
    expect(page).not.toContain("<img");
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(textOf(page)).toContain("&lt;script&gt;alert(&quot;headline&quot;)&lt;/script&gt; Ferry RLO evil PDF fire");
  });

  test("the same record gives the same bytes", () => {
    const copy = structuredClone(ferryFire);
    expect(renderStoryPage({ record: copy, documents: new Map([...ferryDocuments].reverse()) })).toBe(page);
  });

  test("rendering changes nothing in the record", () => {
    const copy = structuredClone(ferryFire);
    renderStoryPage({ record: copy, documents: ferryDocuments });
    expect(copy).toEqual(ferryFire);
  });

  test("without any document the page stands, its values without links", () => {
    const bare = renderStoryPage({ record: ferryFire, documents: new Map() });
    expect(bare).not.toMatch(/href="#[tdc]\d/);
    expect(textOf(bare)).toContain("Text not on this page");
    expect(textOf(bare)).toContain("17 people");
  });

  test("a circle of parents and a parent that is no member are shown rather than lost", () => {
    const members = ferryFire.members.map(
      (m): StoryMember =>
        m.id === "kp-500"
          ? { ...m, parent: "cr-009", role: "rewrite" }
          : m.id === "gull-1"
            ? { ...m, parent: "nobody" }
            : m.id === "x-666"
              ? { ...m, parent: "x-666" }
              : m,
    );
    const odd = renderStoryPage({ record: { ...ferryFire, members }, documents: ferryDocuments });
    const lineage = textOf(odd.slice(odd.indexOf('<section id="lineage"'), odd.indexOf('<section id="compare"')));
    for (const name of ["Kestria Press Agency", "Coast Radio", "The Gull"]) expect(lineage).toContain(name);
    expect(lineage).toContain("name each other as originals");
  });

  test("spans outside their text and empty records do no harm", () => {
    const broken = structuredClone(ferryFire);
    for (const claim of broken.claims) for (const v of claim.variants) v.evidence = { ...v.evidence, span: [1e9, 1e9 + 5] };
    expect(() => renderStoryPage({ record: broken, documents: ferryDocuments })).not.toThrow();
    const empty: StoryRecord = {
      ...ferryFire,
      headline: null,
      event_date: null,
      summary: [],
      members: [],
      timeline: [],
      claims: [],
      quote_groups: [],
      propositions: [],
      conflicts: [],
      mutations: [],
      names: [],
      lineage: { clusters: [], pairs: { derived: [], partial_shared_agency_copy: [] }, policy: "" },
    };
    expect(textOf(renderStoryPage({ record: empty, documents: new Map() }))).toContain("A story without a headline");
  });

  test("the story of 5,000 members is a page of bounded size, made in bounded time, that says what it leaves out", () => {
    const n = 5000;
    const text = `Claim one says ${"word ".repeat(1500)}`;
    const id = (i: number) => `doc-${String(i).padStart(5, "0")}`;
    const evidence = (i: number) => ({ doc: id(i), span: [0, 9] as const, text: "Claim one", hash: "0".repeat(64) });
    const members = Array.from(
      { length: n },
      (_, i): StoryMember => ({
        ...ferryFire.members[0]!,
        id: id(i),
        title: `Title ${i} ${"Long".repeat(300)}`,
        lineage: id(i % 700),
        parent: i >= 700 ? id(i % 700) : null,
        role: i >= 700 ? "rewrite" : "original",
        taken: i >= 700 ? 0.5 : null,
        passages: [],
      }),
    );
    const claim = ferryFire.claims[0]!;
    const docs = members.map((m) => m.id);
    const record: StoryRecord = {
      ...ferryFire,
      members,
      timeline: docs.map((doc) => ({ at: null, doc, what: "seen" })),
      claims: Array.from({ length: 100 }, (_, k) => ({
        ...claim,
        id: `c${k}`,
        docs,
        raw_article_count: n,
        independent_sources: 700,
        variants: docs.map((doc, i) => ({ ...claim.variants[0]!, doc, evidence: evidence(i) })),
        independent_because: Array.from({ length: 700 }, (_, i) => ({ lineage: id(i), docs: [id(i)], why: "" })),
      })),
      mutations: docs.map((doc, i) => ({
        doc,
        against: id(0),
        kind: "rounded-up",
        severity: 2,
        before: null,
        after: evidence(i),
        note: "",
      })),
      quote_groups: Array.from({ length: 200 }, (_, k) => ({
        ...ferryFire.quote_groups[0]!,
        id: `q${k}`,
        members: docs.slice(0, 500).map((doc, i) => ({ ...ferryFire.quote_groups[0]!.members[2]!, doc, evidence: evidence(i) })),
      })),
      lineage: { ...ferryFire.lineage, clusters: [] },
    };
    const documents = new Map(
      members.map((m): [string, ReportDocument] => [
        m.id,
        { id: m.id, title: m.title, url: m.url, outlet: m.outlet, published_at: null, text, removed: [] },
      ]),
    );
    const started = process.cpuUsage();
    const large = renderStoryPage({ record, documents });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
    expect(large.length).toBeLessThan(4_000_000);
    const words = textOf(large);
    for (const sentence of [
      "4,920 more articles not shown",
      "20 more claims not shown",
      "4,970 more articles with changes not shown",
      "4,990 other articles",
    ])
      expect(words).toContain(sentence);
  });
});

describe("the index", () => {
  test("says how many stories there are when it holds only the largest", () => {
    const index = renderIndexPage({
      stories: [storyRow(ferryFire, "stories/cr-009.html")],
      run: { ...ferryRun, stories: 41_213 },
    });
    expect(index).toContain("41,213 stories");
    expect(index).toContain("This report holds the 1 of most articles; <code>wirefold export</code> writes all.");
  });

  test("lists stories, what each stage did, and every document left out with its reason", () => {
    const index = renderIndexPage({ stories: [storyRow(ferryFire, "stories/cr-009.html")], run: ferryRun });
    const words = textOf(index);
    expect(index).toContain('href="stories/cr-009.html"');
    expect(words).toContain("http-404 1");
    expect(words).toContain("no-article-text");
    expect(words).toContain("The server answered 404 three times.");
    expect(index).not.toContain("javascript:");
    expect(index.match(/<script/g)).toHaveLength(1);
  });
});

describe("reportFiles", () => {
  test("gives the index, a page per story and the exports, under names any file system takes", () => {
    const stories = [ferryFire, { ...ferryFire, story: "../../etc/passwd" }, { ...ferryFire, story: "CR-009" }];
    const files = new Map([...reportFiles(stories, ferryDocuments, ferryRun)].map(({ path, content }) => [path, content]));
    expect([...files.keys()].filter((path) => path.startsWith("stories/"))).toHaveLength(3);
    for (const path of files.keys()) expect(path).toMatch(/^(?:stories\/)?[a-z0-9.-]+$/);
    for (const path of [
      "index.html",
      "stories.jsonl",
      "claims.csv",
      "claims.parquet",
      "stories.jsonld.jsonl",
      "stories.ninjs.jsonl",
    ])
      expect(files.has(path)).toBe(true);
    const index = String(files.get("index.html"));
    for (const path of files.keys()) if (path !== "index.html") expect(index).toContain(`href="${path}"`);
    const jsonl = [...(files.get("stories.jsonl") as Iterable<string>)].join("");
    expect(
      jsonl
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).story),
    ).toEqual(stories.map((s) => s.story));
  });

  test("ids that differ only in case or in unsafe characters get different files", () => {
    const ids = ["a/b", "a-b", "a:b", "A-B", "", "é", "x".repeat(500), `${"x".repeat(500)}y`];
    expect(new Set(ids.map((id) => storyPath(id).toLowerCase())).size).toBe(ids.length);
  });
});
