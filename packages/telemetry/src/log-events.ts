/**
 * Every event a log line may carry, and when it is written. A log line's `msg` is one of these words, so a search or an alarm can
 * rely on it; what varies stands in fields. `docs/logs.md` is the same table for people, and a test keeps the two and the code together.
 */
export const logEvents = {
  "archive-failed": "an answer could not be kept in the WARC folder; the document went on all the same",
  "audit-failed": "what somebody did could not be written into the activity log; the line has it",
  "batch-isolated": "a batch failed as a whole; its documents are run one by one to find the culprit",
  "conservation-breach": "what entered a stage is not the sum of what left it and what it owes",
  "console-started": "the console listens",
  "document-quarantined": "a stage gave a document up; the trace has the error",
  "engine-starting": "a private engine is being started, or fetched first",
  "engine-warning": "an engine works but is set up in a way that may lose queue entries",
  "engines-ready": "Redis and PostgreSQL can be used",
  "events-delayed": "the stream or the webhook could not be served with story events; it is tried again, and nothing overtakes",
  "events-resumed": "a sink that failed takes story events again",
  "job-of-newer-release": "a job carries what only a newer release reads; it was put back for its workers",
  "log-in-refused": "somebody came to the console with a token that is none",
  "lost-work-sent-again": "the ledger owed work no job carried; it was sent again",
  "metrics-failed": "a reading for the metrics could not be taken; the last one stands",
  "quarantine-replayed": "somebody gave quarantined documents another go from the console",
  "queue-error": "the connection to Redis failed; it is made anew by itself",
  "reprocess-stopped": "a reprocess run that the console drives cannot go on; resume it once the error is mended",
  "request-failed": "the console could not answer a request",
  "request-refused": "the console refused a request: a foreign Host, a foreign origin, a method it does not take",
  "source-failing": "a source could not be read several times in a row; it is asked less and less often",
  "callback-failed": "a hub could not be asked or answered (WebSub); it is tried again",
  "language-silent": "a source has brought nothing in a language for a day and longer than its history makes likely",
  "source-silent": "a source has brought nothing for longer than its history makes likely",
  "stage-paused": "somebody stopped a stage for all workers from the console",
  "stage-resumed": "somebody let a stage go on from the console",
  "tending-failed": "a worker's round of sweeping and pressure readings failed; the next one follows",
  "worker-failed": "a worker process cannot go on; the error says why",
  "worker-paused": "a stage stopped taking work because what is downstream is full",
  "worker-resumed": "a paused stage takes work again",
  pruned: "what nothing needs any more was taken away, by kind; once a day for the whole installation",
  "pruning-failed": "it could not be taken away; tried again within minutes",
  "worker-started": "a worker process takes work",
  "worker-stopped": "a worker process has ended and holds nothing",
  "worker-stopping": "a worker process takes no more work and finishes what it has",
} as const;

export type LogEvent = keyof typeof logEvents;
