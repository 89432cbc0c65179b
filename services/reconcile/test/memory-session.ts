import type { Edge } from "@wirefold/core";
import type { GroupingSession, GroupRow } from "@wirefold/store";

/** Group rows and edges in memory, and how much of them was read. */
export class MemoryGroups {
  readonly rows = new Map<string, GroupRow>();
  readonly edges = new Map<string, Map<string, Edge>>();
  rowsRead = 0;
  edgesRead = 0;

  join(edge: Edge): void {
    for (const [one, other] of [
      [edge.a, edge.b],
      [edge.b, edge.a],
    ] as const) {
      const own = this.edges.get(one) ?? new Map<string, Edge>();
      this.edges.set(one, own.set(other, edge));
    }
  }

  part(a: string, b: string): void {
    this.edges.get(a)?.delete(b);
    this.edges.get(b)?.delete(a);
  }

  neighboursOf(id: string): string[] {
    return [...(this.edges.get(id)?.keys() ?? [])];
  }

  session(): GroupingSession {
    const counted = (rows: GroupRow[]) => {
      this.rowsRead += rows.length;
      // Rows leave the store as copies.
      return structuredClone(rows);
    };
    const edgesOf = (ids: readonly string[]) => {
      const found = [...new Set(ids.flatMap((id) => [...(this.edges.get(id)?.values() ?? [])]))];
      this.edgesRead += found.length;
      return found;
    };
    const rowsOf = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => this.rows.get(id) ?? []);
    return {
      edgesOf: async (ids) => edgesOf(ids),
      edgesBetween: async (pairs) => {
        const found = pairs.flatMap(([a, b]) => this.edges.get(a)?.get(b) ?? []);
        this.edgesRead += found.length;
        return found;
      },
      rowsOf: async (ids) => counted(rowsOf(ids)),
      naming: async (ids) =>
        counted(
          rowsOf(ids.flatMap((id) => this.neighboursOf(id))).filter((row) => row.near.some((other) => ids.includes(other))),
        ),
      namingBoth: async (pairs) =>
        counted([
          ...new Set(
            pairs.flatMap(([one, other]) =>
              rowsOf(this.neighboursOf(other)).filter((row) => row.near.includes(one) && row.near.includes(other)),
            ),
          ),
        ]),
      due: async () => [],
    };
  }
}
