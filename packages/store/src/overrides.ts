import type { Override, OverrideTarget } from "@wirefold/core";
import { inTransaction, type Pool } from "./database.ts";
import { oweReconcile } from "./owe-reconcile.ts";

interface OverrideRow {
  readonly kind: "not-same";
  readonly a_document: string;
  readonly a_start: number;
  readonly a_end: number;
  readonly a_text: string;
  readonly b_document: string;
  readonly b_start: number;
  readonly b_end: number;
  readonly b_text: string;
  readonly who: string;
  readonly why: string;
  readonly made_at: Date;
}

const COLUMNS = "kind, a_document, a_start, a_end, a_text, b_document, b_start, b_end, b_text, who, why, made_at";

/** What editors have said of figures. It outlives every record: a story's next one honours what concerns its members. */
export class PostgresOverrides {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Keeps an override, and makes the documents owe reconcile. Said twice, the later who and why stand. */
  async add({ kind, a, b, who, why }: Omit<Override, "at">): Promise<void> {
    const [first, second] = inOrder(a, b);
    await inTransaction(this.#pool, async (client) => {
      await client.query(
        `insert into override (kind, a_document, a_start, a_end, a_text, b_document, b_start, b_end, b_text, who, why)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (kind, a_document, a_start, b_document, b_start) do update set who = excluded.who, why = excluded.why, made_at = now()`,
        [kind, first.doc, ...first.span, first.text, second.doc, ...second.span, second.text, who, why],
      );
      await oweReconcile(client, [first.doc, second.doc]);
    });
  }

  /** Takes an override back. False where there was none. */
  async withdraw({ a, b }: Pick<Override, "a" | "b">): Promise<boolean> {
    const [first, second] = inOrder(a, b);
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query(
        "delete from override where a_document = $1 and a_start = $2 and b_document = $3 and b_start = $4",
        [first.doc, first.span[0], second.doc, second.span[0]],
      );
      await oweReconcile(client, [first.doc, second.doc]);
      return (rowCount ?? 0) > 0;
    });
  }

  /** Those whose two documents are both among these, in the order they were made. */
  async among(documentIds: readonly string[]): Promise<Override[]> {
    const { rows } = await this.#pool.query<OverrideRow>(
      `select ${COLUMNS} from override where a_document = any ($1) and b_document = any ($1) order by made_at, id`,
      [documentIds],
    );
    return rows.map(overrideOf);
  }

  /** All of them, in the order they were made: what a model of sameness may learn from. */
  async all(): Promise<Override[]> {
    const { rows } = await this.#pool.query<OverrideRow>(`select ${COLUMNS} from override order by made_at, id`);
    return rows.map(overrideOf);
  }
}

/** One row for a pair, whichever side is named first. */
function inOrder(a: OverrideTarget, b: OverrideTarget): [OverrideTarget, OverrideTarget] {
  return a.doc < b.doc || (a.doc === b.doc && a.span[0] <= b.span[0]) ? [a, b] : [b, a];
}

function overrideOf(row: OverrideRow): Override {
  return {
    kind: row.kind,
    a: { doc: row.a_document, span: [row.a_start, row.a_end], text: row.a_text },
    b: { doc: row.b_document, span: [row.b_start, row.b_end], text: row.b_text },
    who: row.who,
    why: row.why,
    at: row.made_at.toISOString(),
  };
}
