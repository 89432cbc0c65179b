import { QuarantineError, UnavailableError } from "@wirefold/core";

/** The file is not there, or may not be read. */
export class FileUnreadableError extends QuarantineError {
  override readonly code = "WIREFOLD_FILE_UNREADABLE";
}

/** The body is larger than is accepted. Raise WIREFOLD_BODY_BYTES_MAX if it is wanted all the same. */
export class BodyTooLargeError extends QuarantineError {
  override readonly code = "WIREFOLD_BODY_TOO_LARGE";
}

/** A line of a JSONL file is not a document: broken JSON, or neither `html` nor `text`. */
export class BrokenLineError extends QuarantineError {
  override readonly code = "WIREFOLD_BROKEN_LINE";
}

/** A record of an archive is damaged, or is not the one it was when the archive was submitted. */
export class BrokenRecordError extends QuarantineError {
  override readonly code = "WIREFOLD_BROKEN_RECORD";
}

/** The URL leads to an address of this machine or a private network, which a crawler must never be led to. */
export class AddressRefusedError extends QuarantineError {
  override readonly code = "WIREFOLD_ADDRESS_REFUSED";
}

/** A feed or a sitemap of which nothing can be read. */
export class ListingError extends QuarantineError {
  override readonly code = "WIREFOLD_LIST_DAMAGED";
}

/** The file holds something, and it is no document: an image, XML of a kind of its own. */
export class NoDocumentError extends QuarantineError {
  override readonly code = "WIREFOLD_NO_DOCUMENT";
}

/** The server answered, and the answer is final: 404, 410, 401, a redirect loop, a type that is no article. */
export class HttpRefusedError extends QuarantineError {
  override readonly code = "WIREFOLD_HTTP_REFUSED";
}

/** The server's certificate, or the way it speaks TLS, will not do, and asking again will not mend it. */
export class TlsRefusedError extends QuarantineError {
  override readonly code = "WIREFOLD_TLS_REFUSED";
}

/** No contact is set, and an honest crawler says who it is before it asks the public web for anything. */
export class ContactMissingError extends QuarantineError {
  override readonly code = "WIREFOLD_CONTACT_MISSING";
}

/** The site's robots.txt disallows the URL to us. */
export class RobotsDisallowedError extends QuarantineError {
  override readonly code = "WIREFOLD_ROBOTS_DISALLOWED";
}

const reasons: Record<string, string> = {
  ENOENT: "there is no such file or folder; check the path",
  ENOTDIR: "there is no such file: a part of the path before it is a file; check the path",
  EACCES: "this user may not read it; give it the permission",
  EPERM: "this user may not read it; give it the permission",
  ELOOP: "its links lead in a circle; mend the links",
  ENAMETOOLONG: "its name is longer than the system allows",
  EMFILE: "too many files are open; raise the limit (ulimit -n)",
  ENFILE: "too many files are open on this machine",
  EAGAIN: "the system has no room to read it now",
  EBUSY: "it is in use by another program",
  EIO: "the disk could not read it; check the disk",
};

/** What a system error means to the user who named the file, and what to do about it. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return reasons[error.code ?? ""] ?? error.message;
}

/** What the system lacks, or a disk that fails: the next document would meet the same, and a later try may not. */
const elsewhere = new Set(["EMFILE", "ENFILE", "ENOMEM", "EIO", "EAGAIN", "EBUSY", "ESTALE", "ENOSPC"]);

/** Whose fault it is that a file could not be read: the file's, or this machine's. */
export function fileError(path: string, cause: NodeJS.ErrnoException): FileUnreadableError | UnavailableError {
  const message = `${path}: ${reasonOf(cause)}`;
  return elsewhere.has(cause.code ?? "") ? new UnavailableError(message, { cause }) : new FileUnreadableError(message, { cause });
}
