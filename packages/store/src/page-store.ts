import type { Pool } from "./database.ts";

/** What is known of a web page that was read before. */
export interface PageRow {
  /** The address it was read at, canonical. */
  readonly address: string;
  /** The address its document is known by. */
  readonly locator: string;
  readonly documentId: string;
  readonly bodyHash: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly validatorsLie: boolean;
  readonly freshUntil: Date | null;
  readonly readAt: Date;
  readonly directives: readonly string[];
}

const columns = `p.address, p.locator, p.document_id as "documentId", p.body_hash as "bodyHash", p.etag, p.last_modified as "lastModified",
  p.validators_lie as "validatorsLie", p.fresh_until as "freshUntil", p.read_at as "readAt", p.directives`;

/** The pages that were read, by address: what a fetch worker looks up before it asks a site again. */
export class PageStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** By address; only pages whose document is stored, so that no page counts as known that never became one. */
  async known(addresses: readonly string[]): Promise<Map<string, PageRow>> {
    const { rows } = await this.#pool.query<PageRow>({
      name: "pages-known",
      text: `select ${columns} from page p join document d on d.id = p.document_id where p.address = any ($1)`,
      values: [addresses],
    });
    return new Map(rows.map((row) => [row.address, row]));
  }

  /** When another address of each of these documents was last read, by the document's address. */
  async lastReadElsewhere(pairs: readonly { readonly locator: string; readonly address: string }[]): Promise<Map<string, Date>> {
    const { rows } = await this.#pool.query<{ address: string; readAt: Date }>({
      name: "pages-elsewhere",
      text: `select g.address, max(p.read_at) as "readAt" from unnest($1::text[], $2::text[]) as g (locator, address)
             join page p on p.locator = g.locator and p.address <> g.address join document d on d.id = p.document_id
             group by g.address`,
      values: [pairs.map(({ locator }) => locator), pairs.map(({ address }) => address)],
    });
    return new Map(rows.map((row) => [row.address, row.readAt]));
  }

  /** When the pages of these addresses, or of other addresses of the same documents, were last read. */
  async lastRead(addresses: readonly string[]): Promise<Map<string, Date>> {
    const { rows } = await this.#pool.query<{ address: string; readAt: Date }>({
      name: "pages-last-read",
      text: `select g.address, max(p.read_at) as "readAt"
             from unnest($1::text[]) as g (address)
             join lateral (
               select document_id, read_at from page where address = g.address
               union all select document_id, read_at from page where locator = g.address
             ) p on true join document d on d.id = p.document_id
             group by g.address`,
      values: [addresses],
    });
    return new Map(rows.map((row) => [row.address, row.readAt]));
  }

  /** Records a page as it was read now. Validators that stayed while the body changed are marked as lies. */
  async read(page: Omit<PageRow, "validatorsLie" | "readAt">): Promise<void> {
    await this.#pool.query({
      name: "page-read",
      text: `insert into page as p (address, locator, document_id, body_hash, etag, last_modified, fresh_until, directives)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (address) do update set
               validators_lie = p.validators_lie or (p.body_hash <> excluded.body_hash and coalesce(p.etag, p.last_modified) is not null
                 and p.etag is not distinct from excluded.etag and p.last_modified is not distinct from excluded.last_modified),
               locator = excluded.locator, document_id = excluded.document_id, body_hash = excluded.body_hash, etag = excluded.etag,
               last_modified = excluded.last_modified, fresh_until = excluded.fresh_until, directives = excluded.directives, read_at = now()`,
      values: [
        page.address,
        page.locator,
        page.documentId,
        page.bodyHash,
        page.etag,
        page.lastModified,
        page.freshUntil,
        page.directives,
      ],
    });
  }

  /** Its server says that it has not changed, and how long that holds. */
  async confirmed(address: string, freshUntil: Date | null): Promise<void> {
    await this.#pool.query("update page set fresh_until = $2 where address = $1", [address, freshUntil]);
  }
}
