import { checked } from "./text";

/** An identifier that Klarna gave, as a field of a body: opaque, since Klarna's own samples disagree about their shape. */
export function identifier() {
  return checked((value) => (isOpaque(value) ? undefined : malformed));
}

/** What is wrong with a value for a path parameter, or nothing. A value that passes can't change the path around it. */
export function checkPathParam(name: string, value: string): string | undefined {
  const rule = stated.get(name);
  if (rule) return rule.pattern.test(value) ? undefined : rule.hint;
  return isOpaque(value) ? undefined : malformed;
}

const malformed = "This isn't an identifier of Klarna's: letters, digits, colons, dots and hyphens, up to 200";

/** Where the reference states more than "a string". */
const stated: ReadonlyMap<string, { readonly pattern: RegExp; readonly hint: string }> = new Map([
  ["credential_id", { pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, hint: "A credential's id is a UUID" }],
  ["certificate_serial_number", { pattern: /^\w{1,48}$/, hint: "A serial number has up to 48 letters and digits" }],
]);

// It begins with a letter or digit and never holds "..": so it can't be a step in a path.
function isOpaque(value: string): boolean {
  return /^\w[\w:.-]{0,199}$/.test(value) && !value.includes("..");
}
