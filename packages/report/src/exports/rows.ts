import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";

export type ColumnType = "STRING" | "DOUBLE" | "INT32" | "TIMESTAMP";

/** The columns of a table, in order. */
export type Columns = Readonly<Record<string, ColumnType>>;

export type Cell = string | number | Date | null;

/** A row of a table: a cell for each column. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * What a spreadsheet may take for a formula: "=1+1", "+cmd|…", "@SUM", and the full-width forms. Titles and quotations
 * are other people's text, so these get an apostrophe in front (OWASP, CSV injection). Numbers are ours and stay numbers.
 */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function field(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (value instanceof Date) return value.toISOString();
  const safe = FORMULA.test(value.slice(0, 200)) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The header line of a table as CSV (RFC 4180: CRLF, quotes doubled). */
export function csvHeader(columns: Columns): string {
  return `${Object.keys(columns).join(",")}\r\n`;
}

export function csvLine(columns: Columns, row: Row): string {
  return `${Object.keys(columns)
    .map((column) => field(row[column] ?? null))
    .join(",")}\r\n`;
}

/**
 * A Parquet file (Snappy) made as rows come: each call encodes a row group and answers with its bytes, so memory is that of one group and of
 * a few hundred bytes of statistics for each that was written.
 *
 * @example
 * const file = new ParquetRows(columns, "wirefold.claims/1");
 * await out.write(file.group(rows));
 * await out.write(file.end());
 */
export class ParquetRows {
  readonly #columns: Columns;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;

  /** @param schema names the table in the file's metadata */
  constructor(columns: Columns, schema: string) {
    this.#columns = columns;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaFromColumnData({ columnData: this.#data([]) }),
      createdBy: "wirefold",
      kvMetadata: [{ key: "wirefold.schema", value: schema }],
    });
  }

  group(rows: readonly Row[]): Uint8Array {
    void this.#writer.write({ columnData: this.#data(rows), rowGroupSize: Math.max(1, rows.length) });
    return this.#taken();
  }

  /** The file's end. Nothing may be added after it. */
  end(): Uint8Array {
    void this.#writer.finish();
    return this.#taken();
  }

  #data(rows: readonly Row[]) {
    return Object.entries(this.#columns).map(([name, type]) => ({
      name,
      type,
      nullable: true,
      data: rows.map((row) => row[name] ?? null),
    }));
  }

  #taken(): Uint8Array {
    const taken = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return taken;
  }
}
