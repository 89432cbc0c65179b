import { DocumentFetched, LocatorSubmitted } from "@wirefold/core";
import { defineStage } from "@wirefold/worker/stage";
import { fetchDocument } from "./fetch-document.ts";
import { closeWithWorker, fetchPorts } from "./ports.ts";

/** A locator in; the body behind it is stored, and what names and describes it goes out. */
export default defineStage({
  name: "fetch",
  version: 1,
  input: LocatorSubmitted,
  output: DocumentFetched,
  drops: {
    empty: "there is nothing behind the locator",
    moved: "a file whose bytes are stored from a place where it is no more: that document has moved with it",
    list: "a feed or a site map, which is no document; what it names is taken up",
    "no-page": "a record of an archive whose bytes are no page",
    noarchive: "its outlet wants no copy kept, and WIREFOLD_HONOUR follows",
    noindex: "its outlet wants it in no index, and WIREFOLD_HONOUR follows",
    twin: "another form (AMP, mobile) or address of a page that is stored already",
    unchanged: "the document is stored already, or was taken down",
  },
  // Thirty-two bodies in the air are the most a process holds, each of `bodyBytesMax` at worst.
  concurrency: 2,
  documentConcurrency: 16,
  timeoutMs: 60_000,
  maxAttempts: 5,
  ports: fetchPorts,
  alongside: closeWithWorker,
  decide: (submitted, ports, { signal }) => fetchDocument(submitted, ports, signal),
});
