export interface CallToActionWords {
  /** The reader, and the outlet speaking of itself. */
  readonly address: readonly string[];
  /** Among `address`: words that address somebody only with a capital inside a sentence, and mean another person without it. */
  readonly politeAddress?: readonly string[];
  /** Among `address`: words that are an article, a preposition or another person's in a second language of the lists. */
  readonly ambiguousAddress?: readonly string[];
  /** What the reader is asked to do: subscribe, donate, log in, read on. */
  readonly ask: readonly string[];
  /** What is offered, sold or needed: subscriptions, access, journalism, donations. */
  readonly offer: readonly string[];
  /** Names of a newsletter. */
  readonly newsletter: readonly string[];
  /** Limits that only a gate has: the last free article, for subscribers only. */
  readonly gate: readonly string[];
  /** After an amount of money: a month, per year. */
  readonly period: readonly string[];
  /** What the reader is asked to do with a channel: follow, download. */
  readonly follow: readonly string[];
  /** What is followed or installed: an app, a channel; networks by name stand under `neutral`. */
  readonly channel: readonly string[];
}
