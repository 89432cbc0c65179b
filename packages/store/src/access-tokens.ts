import { randomBytes } from "node:crypto";
import { sha256 } from "@wirefold/core";
import type { Pool } from "./database.ts";

/** What a caller may do: see; see and work the levers; also hand out tokens and forget sources. */
export type Role = "viewer" | "operator" | "admin";
export const roles: readonly Role[] = ["viewer", "operator", "admin"];

export interface AccessToken {
  readonly name: string;
  readonly role: Role;
  readonly madeBy: string;
  readonly createdAt: Date;
  /** To the minute; null while it was never used. */
  readonly usedAt: Date | null;
}

const columns = `name, role, made_by as "madeBy", created_at as "createdAt", used_at as "usedAt"`;

/** A token nobody can guess: 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Tokens with roles. Of a token only its hash is kept. */
export class AccessTokens {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** @returns the token, shown this once; null where the name is taken */
  async add(name: string, role: Role, madeBy: string): Promise<string | null> {
    const token = newToken();
    const { rowCount } = await this.#pool.query(
      "insert into access_token (name, role, hash, made_by) values ($1, $2, $3, $4) on conflict (name) do nothing",
      [name, role, sha256(token), madeBy],
    );
    return rowCount === 1 ? token : null;
  }

  async list(): Promise<AccessToken[]> {
    const { rows } = await this.#pool.query<AccessToken>(`select ${columns} from access_token order by name`);
    return rows;
  }

  /** Whether there was one of this name; what was logged in with it is logged out. */
  async remove(name: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query("delete from access_token where name = $1", [name]);
    return rowCount === 1;
  }

  /** Whose token this is, or null. */
  async find(token: string): Promise<AccessToken | null> {
    const { rows } = await this.#pool.query<AccessToken>(`select ${columns} from access_token where hash = $1`, [sha256(token)]);
    const [found = null] = rows;
    if (found !== null && (found.usedAt === null || Date.now() - found.usedAt.getTime() > 60_000))
      await this.#pool.query("update access_token set used_at = now() where name = $1", [found.name]);
    return found;
  }
}
