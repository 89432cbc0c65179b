const hidden = new Set(["level", "time", "name", "msg"]);

/** A JSON log line as one line for people: "16:05:12 warn  clean document-quarantined subject=3f2a reason=…". */
export function prettyLine(line: string): string {
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const fields = Object.entries(entry)
    .filter(([key]) => !hidden.has(key))
    .map(([key, value]) => `${key}=${fieldText(value)}`);
  const time = String(entry.time ?? "").slice(11, 19);
  return `${[time, String(entry.level ?? "").padEnd(5), entry.name, entry.msg, ...fields].join(" ")}\n`;
}

function fieldText(value: unknown): string {
  if (typeof value === "object" && value !== null && "message" in value) return JSON.stringify(value.message);
  if (typeof value === "string" && /^[\w./:@-]+$/.test(value)) return value;
  return JSON.stringify(value);
}
