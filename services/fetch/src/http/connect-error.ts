import { type PipelineError, TransientError } from "@wirefold/core";
import { AddressRefusedError, HttpRefusedError, TlsRefusedError } from "../errors.ts";

const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  CERT_REVOKED: "its certificate is revoked",
  CERT_UNTRUSTED: "its certificate is not trusted",
  CERT_REJECTED: "its certificate is rejected",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by an authority nobody knows",
  UNABLE_TO_GET_ISSUER_CERT: "its certificate's issuer is not known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate's issuer is not known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it sends its certificate without those of its issuers",
  INVALID_CA: "its certificate's issuer may not issue any",
  INVALID_PURPOSE: "its certificate is made for another purpose",
  HOSTNAME_MISMATCH: "its certificate is made out to another name",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is made out to another name",
};

/**
 * What follows from a request that got no answer: a certificate or a protocol that will not mend is final, everything
 * else may be another time's luck.
 */
export function connectError(url: string, cause: Error): PipelineError {
  const chain = causesOf(cause);
  const refused = chain.find((error) => error instanceof AddressRefusedError);
  if (refused !== undefined) return refused as AddressRefusedError;
  for (const error of chain) {
    const code = String((error as NodeJS.ErrnoException).code ?? "");
    const certificate = certificates[code];
    if (certificate !== undefined) return new TlsRefusedError(`${url}: ${certificate} (${code})`, { cause });
    if (/^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(code) && !/TIMEOUT/.test(code))
      return new TlsRefusedError(`${url}: no secure connection can be agreed on (${code})`, { cause });
    if (/HEADER.*OVERFLOW/.test(code))
      return new HttpRefusedError(`${url}: its headers are larger than ${headerBytesMax} bytes`, { cause });
    if (isGarbled(error)) return new HttpRefusedError(`${url}: answers something that is not HTTP (${error.message})`, { cause });
  }
  return new TransientError(`${url}: ${cause.message || String((cause as NodeJS.ErrnoException).code)}`, { cause });
}

/** What came is not framed as HTTP is. */
export function isGarbled(error: Error): boolean {
  return error.name === "HTTPParserError" || /^HPE_/.test(String((error as NodeJS.ErrnoException).code ?? ""));
}

/** Bytes of headers that are read. */
export const headerBytesMax = 64 * 1024;

/** The whole answer did not come in time: a server that drips is as good as one that is silent. */
export class SlowAnswerError extends TransientError {}

/** Whether nobody answered in time: what holds a place while it lasts. */
export function isSilence(error: unknown): boolean {
  return causesOf(error as Error).some(
    (cause) =>
      cause instanceof SlowAnswerError ||
      /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/.test(String((cause as NodeJS.ErrnoException).code ?? "")),
  );
}

function causesOf(error: Error): Error[] {
  const chain: Error[] = [];
  for (let next: unknown = error; next instanceof Error && chain.length < 8; next = next.cause) {
    chain.push(next);
    if (next instanceof AggregateError) chain.push(...next.errors.filter((inner): inner is Error => inner instanceof Error));
  }
  return chain;
}
