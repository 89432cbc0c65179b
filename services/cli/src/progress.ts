import { formatCount, formatDuration } from "./format.ts";
import { clipToWidth } from "./table.ts";
import { columnsOf } from "./terminal.ts";

export interface ProgressOptions {
  /** What is counted, in the plural: "documents". */
  readonly unit: string;
  /** How many there will be, where it is known. */
  readonly total?: number;
  /** Say nothing at all. */
  readonly quiet?: boolean;
  /** @default process.stderr */
  readonly stream?: NodeJS.WriteStream;
  /** Between plain lines when the stream is not a terminal. @default 3000 */
  readonly plainEveryMs?: number;
}

/** How long a rate looks back. Long enough to be calm, short enough to follow a change of pace. */
const RATE_WINDOW_MS = 10_000;
const REDRAW_MS = 100;

/**
 * How far a run has come, on stderr: a bar with rate and time left on a terminal, a plain line every few seconds
 * when piped to a file or a log. Nothing is written before the first interval, so short runs stay silent when piped.
 *
 * @example
 * const progress = new Progress({ unit: "documents", total: 500 });
 * progress.update(120, "clean 120 · dedupe 80");
 * progress.stop();
 */
export class Progress {
  readonly #unit: string;
  readonly #stream: NodeJS.WriteStream;
  readonly #isTerminal: boolean;
  readonly #quiet: boolean;
  readonly #startedAt = performance.now();
  readonly #history: { at: number; done: number }[] = [];
  readonly #timer: NodeJS.Timeout | null;
  #total: number | null;
  #done = 0;
  #note = "";
  #drawn = false;

  constructor(options: ProgressOptions) {
    this.#unit = options.unit;
    this.#total = options.total ?? null;
    this.#stream = options.stream ?? process.stderr;
    this.#isTerminal = this.#stream.isTTY === true && process.env.TERM !== "dumb";
    this.#quiet = options.quiet === true;
    const everyMs = this.#isTerminal ? REDRAW_MS : (options.plainEveryMs ?? 3000);
    this.#timer = this.#quiet ? null : setInterval(() => this.#draw(), everyMs);
    this.#timer?.unref();
    this.#history.push({ at: this.#startedAt, done: 0 });
  }

  /** `note` is shown behind the figures; keep it short. */
  update(done: number, note?: string): void {
    this.#done = done;
    if (note !== undefined) this.#note = note;
  }

  setTotal(total: number | null): void {
    this.#total = total;
  }

  /** Writes a line above the bar. */
  log(line: string): void {
    if (this.#quiet) return;
    this.#erase();
    this.#stream.write(`${line}\n`);
    if (this.#isTerminal) this.#draw();
  }

  /** Ends the progress. On a terminal the bar goes away; `summary`, where given, stays. */
  stop(summary?: string): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#erase();
    if (summary !== undefined && !this.#quiet) this.#stream.write(`${summary}\n`);
  }

  /** The state as one line of text, without the bar. */
  describe(): string {
    const rate = this.#ratePerSecond();
    const parts = [`${formatCount(this.#done)}${this.#total === null ? "" : ` of ${formatCount(this.#total)}`} ${this.#unit}`];
    parts.push(`${formatCount(rate)}/s`);
    const left = this.#total === null || rate <= 0 ? null : ((this.#total - this.#done) / rate) * 1000;
    parts.push(left === null ? formatDuration(performance.now() - this.#startedAt) : `${formatDuration(left)} left`);
    if (this.#note !== "") parts.push(this.#note);
    return parts.join(" · ");
  }

  #ratePerSecond(): number {
    const now = performance.now();
    const latest = { at: now, done: this.#done };
    this.#history.push(latest);
    const before = this.#history.filter(({ at }) => at < now - RATE_WINDOW_MS).length;
    // Two are kept, however old.
    this.#history.splice(0, Math.min(before, this.#history.length - 2));
    const [first = latest] = this.#history;
    return now === first.at ? 0 : ((this.#done - first.done) / (now - first.at)) * 1000;
  }

  #draw(): void {
    if (!this.#isTerminal) {
      this.#stream.write(`${this.describe()}\n`);
      return;
    }
    const columns = columnsOf(this.#stream);
    const text = this.describe();
    const barWidth = Math.min(30, columns - text.length - 4);
    const share = this.#total === null || this.#total === 0 ? null : Math.min(1, this.#done / this.#total);
    const bar = share === null || barWidth < 5 ? "" : `${barOf(share, barWidth)} `;
    this.#stream.write(`\r\x1b[K${clipToWidth(`${bar}${text}`, columns - 1)}`);
    this.#drawn = true;
  }

  #erase(): void {
    if (this.#drawn) this.#stream.write("\r\x1b[K");
    this.#drawn = false;
  }
}

function barOf(share: number, width: number): string {
  const full = Math.round(share * width);
  return `${"█".repeat(full)}${"░".repeat(width - full)}`;
}
