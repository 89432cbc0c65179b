import { blobsSuite } from "@wirefold/testing";
import { MemoryBlobs } from "../../src/blobs/memory-blobs.ts";

blobsSuite(async () => ({ blobs: new MemoryBlobs(), second: null, damage: null, async [Symbol.asyncDispose]() {} }));
