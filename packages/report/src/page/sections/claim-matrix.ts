import type { Claim, ClaimVariant } from "@wirefold/core";
import { groupBy } from "@wirefold/core";
import { LIMITS } from "../../limits.ts";
import { excerpt, formatQuantity, label } from "../format.ts";
import { bdi, type Html, hidden, html } from "../markup.ts";
import { leftOut, more, type PageModel, type Source } from "../model.ts";
import { relationSign } from "../relation.ts";
import { quantity, statementOf, verdict, wordingChanges, wordy } from "./claim-words.ts";
import { type Columns, columnsOf, dots, independence, matrixHead } from "./matrix.ts";

/** Claims of several articles against every source, on demand: what agrees, what was rounded, what contradicts. */
export function renderMatrix(model: PageModel, shared: readonly Claim[], numbers: ReadonlyMap<string, number>): Html | null {
  if (shared.length === 0) return null;
  const { claims, conflicts } = model.record;
  const inConflict = new Set(conflicts.flatMap((conflict) => conflict.about));
  const columns = columnsOf(model);
  const shown = shared.slice(0, LIMITS.claims);
  const onPage = new Set(shown.map((claim) => claim.id));
  const ref = (id: string): string | null => (onPage.has(id) ? `#k${numbers.get(id)}` : null);
  const statements = new Map(claims.map((claim) => [claim.id, claim.statement]));
  return html`<details class="fold" open><summary>Every article’s version, source by source</summary>${legend()}<div class="scroll" role="region" aria-label="Claims in several articles" tabindex="0"><table role="table" class="matrix cols${columns.own.length + (columns.others.length > 0 ? 1 : 0)}">${matrixHead(model, columns, "Claims in several articles", "Claim")}<tbody role="rowgroup">${shown.map(
    (claim) =>
      renderRow(model, columns, claim, numbers.get(claim.id) ?? 0, { ref, statements, conflict: inConflict.has(claim.id) }),
  )}</tbody></table></div>${leftOut(shared.length - shown.length, "claims")}</details>`;
}

function legend(): Html {
  const signs = (["agrees", "rounds", "bounds", "loses-precision", "contradicts"] as const).map((relation) =>
    relationSign({ relation, modifier: null }),
  );
  return html`<ul class="legend" aria-label="Signs in the table">${signs.map(
    ({ sign, word, tone }) => html`<li><span class="sign t-${tone}" aria-hidden="true">${sign}</span> ${word}</li>`,
  )}<li><span class="mut sign" aria-hidden="true">†</span> reworded</li><li><span class="sign" aria-hidden="true">·</span> not mentioned</li></ul>`;
}

interface RowContext {
  readonly ref: (claim: string) => string | null;
  readonly statements: ReadonlyMap<string, string>;
  readonly conflict: boolean;
}

function renderRow(model: PageModel, columns: Columns, claim: Claim, n: number, { ref, statements, conflict }: RowContext): Html {
  const { canonical } = claim;
  const byDoc = groupBy(claim.variants, ({ doc }) => doc);
  return html`<tr role="row" id="k${n}"${conflict ? html` class="in-conflict"` : null}><th scope="row" role="rowheader"><span class="statement" dir="auto">${statementOf(claim, 180)}</span>
<span class="canonical">${quantity(claim)}</span>${verdict(claim, conflict)}</th>
<td role="cell" class="indep" data-label="Independent sources">${dots(claim.independent_sources, claim.raw_article_count, claim.independent_if_shared_agency_copy_collapsed)}</td>${columns.own.map(
    (source) => renderCell(model, source, byDoc.get(source.id), canonical),
  )}${columns.others.length > 0 ? renderOthers(columns, byDoc) : null}</tr><tr role="row" class="why"><td role="cell" colspan="${2 + columns.own.length + (columns.others.length > 0 ? 1 : 0)}"><details><summary>How this was counted</summary>${why(model, claim)}${
    claim.related.length > 0
      ? html`<p>Related:</p><ul>${claim.related.slice(0, 8).map(({ claim: other, relation, note }) => {
          const href = ref(other);
          const name = excerpt(statements.get(other) ?? other, 160);
          return html`<li>${label(relation)}: ${href ? html`<a href="${href}">${bdi(name)}</a>` : bdi(name)}${note ? html` (${bdi(excerpt(note, 200))})` : null}</li>`;
        })}</ul>`
      : null
  }${canonical.period ? html`<p>Period: ${bdi(excerpt(canonical.period, 80))}</p>` : null}</details></td></tr>`;
}

function why(model: PageModel, claim: Claim): Html {
  const { canonical } = claim;
  return html`<p>The value is taken from ${model.name(canonical.from)}: ${bdi(excerpt(canonical.why, 400))}</p>${
    canonical.attributed_to ? html`<p>Attributed to ${bdi(excerpt(canonical.attributed_to, 120))}</p>` : null
  }${claim.origins.length > 0 ? html`<p>Origin: ${bdi(excerpt(claim.origins.slice(0, 6).join("; "), 300))}</p>` : null}${independence(model, claim)}`;
}

function renderCell(
  model: PageModel,
  source: Source,
  variants: readonly ClaimVariant[] | undefined,
  canonical: Claim["canonical"],
): Html {
  if (!variants)
    return html`<td role="cell" class="empty" data-label="${source.code} ${source.name}"><span aria-hidden="true">·</span>${hidden("not mentioned")}</td>`;
  const signed = distinct(variants, canonical);
  return html`<td role="cell" data-label="${source.code} ${source.name}">${signed
    .slice(0, LIMITS.variantsPerCell)
    .map(
      ({ variant, sign, word, tone, times, mutations }) =>
        html`<span class="val t-${tone}"><span class="sign" aria-hidden="true">${sign}</span>${hidden(`${word}: `)}${model.cite(variant.evidence, bdi(shortValue(variant, canonical)))}${
          times > 1 ? html`<span class="times"> ×${times}</span>` : null
        }${changed(mutations)}</span>`,
    )}${more(signed.length - LIMITS.variantsPerCell)}</td>`;
}

/**
 * The same value three times in one article (headline, caption, body) is one entry, "×3". A contradiction stands first,
 * then agreement: an article that rounds in its headline and is exact below agrees.
 */
function distinct(variants: readonly ClaimVariant[], canonical: Claim["canonical"]) {
  const groups = new Map<string, Shown>();
  for (const variant of variants) {
    const key = `${variant.relation} ${shortValue(variant, canonical)}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { variant, ...relationSign(variant), times: 1, mutations: new Set(wordingChanges(variant)) });
    } else {
      group.times += 1;
      for (const mutation of wordingChanges(variant)) group.mutations.add(mutation);
    }
  }
  return [...groups.values()].sort((a, b) => cellRank(a.rank) - cellRank(b.rank));
}

interface Shown {
  readonly variant: ClaimVariant;
  readonly sign: string;
  readonly word: string;
  readonly tone: string;
  readonly rank: number;
  times: number;
  readonly mutations: Set<string>;
}

function changed(mutations: ReadonlySet<string>): Html | null {
  if (mutations.size === 0) return null;
  const kinds = excerpt([...mutations].map(label).join(", "), 160);
  return html` <span class="mut" title="${kinds}"><span aria-hidden="true">†</span>${hidden(`reworded: ${kinds}`)}</span>`;
}

const cellRank = (rank: number): number => (rank === 0 ? -1 : 5 - rank);

/**
 * A variant's figure, short. As written where a bare number would mislead: magnitude words, and a figure in another unit
 * than the canonical one ("14 miles" for 22 kilometers), which shows as a ratio no rounding explains.
 */
function shortValue(
  { value, range, modifier, evidence, surface, relation }: ClaimVariant,
  canonical: Claim["canonical"],
): string {
  const written = evidence.text.length <= 40 ? evidence.text : null;
  if (value === undefined && range === undefined) return excerpt(written ?? surface, 40);
  const ratio = value !== undefined && typeof canonical.value === "number" ? value / canonical.value : 1;
  const otherUnit = relation !== "contradicts" && (ratio > 1.45 || ratio < 0.69) && written !== null && /\p{L}/u.test(written);
  if (written !== null && (otherUnit || (range !== undefined && wordy(written))))
    return [modifier, range === undefined ? written : written.toLowerCase()].filter(Boolean).join(" ");
  return excerpt(formatQuantity(value ?? range ?? null, null, modifier), 40);
}

function renderOthers(columns: Columns, byDoc: ReadonlyMap<string, readonly ClaimVariant[]>): Html {
  const tally = new Map<string, { n: number; sign: string; word: string; tone: string }>();
  for (const source of columns.others) {
    const variants = byDoc.get(source.id);
    if (!variants) continue;
    const { sign, word, tone } = variants.map(relationSign).reduce((a, b) => (cellRank(b.rank) < cellRank(a.rank) ? b : a));
    const entry = tally.get(word) ?? { n: 0, sign, word, tone };
    entry.n += 1;
    tally.set(word, entry);
  }
  if (tally.size === 0)
    return html`<td role="cell" class="empty" data-label="Other articles"><span aria-hidden="true">·</span>${hidden("not mentioned")}</td>`;
  return html`<td role="cell" data-label="Other articles">${[...tally.values()].map(
    ({ n, sign, word }) =>
      html`<span class="val"><span class="sign" aria-hidden="true">${sign}</span> ${n} ${hidden(word)}</span>`,
  )}</td>`;
}
