export { FileBlobs, type FileBlobsOptions } from "./file-blobs.ts";
export { readCleaned, readFacts, readJson, writeFacts, writeJson } from "./json-blobs.ts";
export { MemoryBlobs } from "./memory-blobs.ts";
export { openBlobs } from "./open-blobs.ts";
export { RowBlobs } from "./row-blobs.ts";
export { S3Blobs, type S3BlobsOptions } from "./s3-blobs.ts";
