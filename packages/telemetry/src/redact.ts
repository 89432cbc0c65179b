const secretFields = [
  "password",
  "passwd",
  "secret",
  "token",
  "apiKey",
  "accessKeyId",
  "secretAccessKey",
  "sessionToken",
  "authorization",
  "cookie",
  '["set-cookie"]',
  '["x-api-key"]',
];

/** The paths whose values are secrets: such a field at the top, one below it, and in headers two below. */
export const secretPaths: readonly string[] = secretFields.flatMap((field) => {
  const below = field.startsWith("[") ? field : `.${field}`;
  return [field, `*${below}`, `*.headers${below}`];
});

/** "redis://user:hush@host" -> "redis://user:***@host", anywhere in a text. */
export function hideUrlPasswords(text: string): string {
  return text.includes("://")
    ? text.replace(/([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@"\\]{0,200}):[^\s@/"\\]{1,500}@/gi, "$1:***@")
    : text;
}
