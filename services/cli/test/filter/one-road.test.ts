import { type InMemoryResult, runInMemory, type SourceDocument } from "@wirefold/pipeline";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inventArticles } from "../../src/bench/invented-articles.ts";
import { loadFilter } from "../../src/filter/filter.ts";
import type { PreparedDocument } from "../../src/filter/prepared-record.ts";
import { qualifyIds } from "../../src/filter/qualify-ids.ts";

/** Paragraphs as pages hold them, among them what no page should: halves of surrogate pairs, NUL, markup in a text. */
const sentences = [...inventArticles(6, 11)].flatMap(({ text }) => text.split("\n").slice(0, 8));
const paragraph = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...sentences) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("Read more", "Share this", "Photo: A. Lund", "<b>Also</b> \ud83d in \u0000 brief", "© 2031"),
  },
);
const hint = fc.option(fc.constantFrom("Harbour Courier", "Quay shut", "2031-04-02", "", "\udc0e"), { nil: undefined });
const record = fc.record({
  title: fc.option(fc.constantFrom("Thousands flee", "Nine held in Saltby", "Flood & fire"), { nil: null }),
  body: fc.array(paragraph, { maxLength: 14 }),
  form: fc.constantFrom("html", "text", "bare html"),
  hints: fc.record({ title: hint, outlet: hint, published_at: hint }, { requiredKeys: [] }),
});

function sourceOf({ title, body, form, hints }: typeof record extends fc.Arbitrary<infer T> ? T : never, id: string) {
  const given = Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined && value !== ""));
  const url = `https://news.example/${id}`;
  if (form === "text") {
    const text = [title ?? "", ...body].join("\n\n");
    const source: SourceDocument = { id, body: text, kind: "text", hints: { ...given, url } };
    return { source, line: { id, url, text, ...hints } };
  }
  const head = form === "html" && title !== null ? `<title>${title} - Courier</title><h1>${title}</h1>` : "";
  const html = `<!doctype html>${head}<article>${body.map((text) => `<p>${text}</p>`).join("")}</article>`;
  const source: SourceDocument = { id, body: html, kind: "html", hints: { ...given, url } };
  return { source, line: { id, url, html, ...hints } };
}

const through = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

/** What the pipeline makes of one document, in the filters' terms; null where it finds no article. */
function decided({ documents }: InMemoryResult, id: string) {
  const found = documents.get(id);
  if (found === undefined) return null;
  const { cleaned, facts, metadata } = found;
  return { text: cleaned.text, body: cleaned.article.text, facts: qualifyIds(facts), metadata };
}

it("clean, then extract, and reconcile's own reading give what the pipeline gives, whatever the document", async () => {
  const [clean, extract, prepare] = await Promise.all(
    (["clean", "extract", "prepare"] as const).map((filter) => loadFilter({ filter })),
  );
  const place = { folder: "/" };
  await fc.assert(
    fc.asyncProperty(record, async (generated) => {
      const { source, line } = sourceOf(generated, "d1");
      const wanted = through<ReturnType<typeof decided>>(decided(await runInMemory([source]), "d1"));
      const cleaned = through<Record<string, unknown>>(await clean?.(through(line), place));
      if (wanted === null) {
        expect(cleaned.text).toBe("");
        expect(() => prepare?.(through(line), place)).toThrow(/no article/);
        return;
      }
      expect(cleaned.text).toBe(wanted.body);
      expect(through(await extract?.(cleaned, place))).toEqual(wanted.facts);
      for (const given of [cleaned, through<Record<string, unknown>>(line)]) {
        const prepared = through<PreparedDocument>(await prepare?.(given, place));
        expect(prepared).toMatchObject({ text: wanted.text, facts: wanted.facts, metadata: wanted.metadata });
      }
    }),
    { numRuns: 150 },
  );
});
