/** What one filter does to one record. Throws RecordError (or any error with a WIREFOLD_ code) for a bad one. */
export type Decide = (record: Record<string, unknown>, place: Place) => unknown | Promise<unknown>;

/** Where a record came from. */
export interface Place {
  /** Relative paths in a record are looked for in the working directory, then here. */
  readonly folder: string;
}

/** The filters that look at one record at a time, and therefore run in parallel. */
export type FilterName = "clean" | "read" | "extract" | "prepare";

/** What a worker thread is started with. Plain values: it crosses a thread boundary. */
export interface FilterSetup {
  readonly filter: FilterName;
}

/** Loads only the filter that runs, so a worker does not parse the code of the others. */
export async function loadFilter({ filter }: FilterSetup): Promise<Decide> {
  switch (filter) {
    case "clean":
      return (await import("./clean-record.ts")).cleanFilter();
    case "read":
      return (await import("./clean-record.ts")).readFilter();
    case "extract":
      return (await import("./extract-record.ts")).extractFilter();
    case "prepare":
      return (await import("./prepare-record.ts")).prepareFilter();
  }
}
