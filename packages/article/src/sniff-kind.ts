const htmlStart = /<(?:!doctype\s+html|html|head|body|title|meta|div|p|h1|article|section|table|script|br|span|a)\b/i;

/** HTML or plain text: by the media type where it decides, else by the tags among the first 4,000 characters. */
export function sniffKind(text: string, contentType?: string): "html" | "text" {
  const mediaType = (contentType ?? "").split(";", 1)[0]!.trim().toLowerCase();
  if (mediaType === "text/html" || mediaType.endsWith("xhtml+xml")) return "html";
  if (mediaType === "text/plain" || mediaType === "text/markdown") return "text";
  return htmlStart.test(text.slice(0, 4000)) ? "html" : "text";
}
