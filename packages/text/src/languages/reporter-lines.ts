/** How a line names its reporter, in scripts whose names have no capitals. One file for all, since a few words make no file each. */
export interface ReporterWords {
  /** Before the name, after it, or both: "記者陳…", "…기자". */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What closes the line behind a place: "…／台北報導". */
  readonly filed: readonly string[];
}

export const REPORTER_WORDS: Readonly<Record<string, ReporterWords>> = {
  ja: { before: ["記者", "文", "取材・文", "執筆", "ライター"], after: ["記者", "編集委員", "特派員"], filed: [] },
  ko: { before: ["글"], after: ["기자", "특파원", "선임기자", "인턴기자"], filed: [] },
  zh: {
    before: ["本报记者", "本報記者", "特约记者", "实习记者", "记者", "記者", "撰文", "作者", "编译", "編譯", "文"],
    after: [],
    filed: ["报道", "報道", "報導", "综合报道", "綜合報導", "綜合報道"],
  },
};
