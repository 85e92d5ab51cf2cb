/** Why nothing is taken from what a person pasted or chose. */
export type FileFault = "private-key" | "no-certificate" | "too-large";

/** The certificates in a file or a pasted text, each as DER in base64; or why there are none to take. */
export type CertificateFile =
  | { readonly certificates: readonly string[]; readonly fault?: undefined }
  | { readonly certificates?: undefined; readonly fault: FileFault };

/** A bundle of a hundred certificates has less. */
const mostBytes = 500_000;

/**
 * Takes a file or a text apart: PEM with one certificate or several, DER, or DER in base64. Whatever else stands around the certificates is left behind,
 * and nothing is taken from what holds a private key, whatever it is wrapped in.
 */
export function certificatesIn(given: Uint8Array | string): CertificateFile {
  const text = typeof given === "string" ? given : binary(given);
  if (/PRIVATE KEY|PuTTY-User-Key-File/.test(text)) return { fault: "private-key" };
  // After the key: what is too large may stay where it was pasted, a key may not.
  if (given.length > mostBytes) return { fault: "too-large" };
  const blocks = [...text.matchAll(/-----BEGIN (?:X509 )?CERTIFICATE-----([\sA-Za-z0-9+/=]*)-----END/g)].map(([, inside = ""]) => decoded(inside));
  const found = blocks.length > 0 ? blocks : [text.startsWith("\x30") && typeof given !== "string" ? text : decoded(text)];
  const shapes = found.map(shapeOf);
  if (shapes.includes("private-key")) return { fault: "private-key" };
  return shapes.every((shape) => shape === "certificate") ? { certificates: found.map((der) => btoa(der)) } : { fault: "no-certificate" };
}

/** What DER bytes (one character each) look like, told from how they begin: a certificate, a private key of any of the usual kinds, or something else. */
export function shapeOf(der: string): "certificate" | "private-key" | "other" {
  const whole = element(der, 0);
  if (whole?.tag !== sequence || whole.end !== der.length) return "other";
  const first = element(der, whole.start);
  // PKCS#8, PKCS#1 and SEC 1 begin with their version, and so does PKCS#12, which is made to hold a key.
  if (first?.tag === integer) return first.end - first.start === 1 ? "private-key" : "other";
  if (first?.tag !== sequence) return "other";
  const inner = element(der, first.start);
  // An algorithm, and then octets: PKCS#8, encrypted. With bits instead it is a public key.
  if (inner?.tag === objectId) return element(der, first.end)?.tag === octets ? "private-key" : "other";
  return inner?.tag === explicit || inner?.tag === integer ? "certificate" : "other";
}

const [sequence, integer, objectId, octets, explicit] = [0x30, 0x02, 0x06, 0x04, 0xa0];

/** The element that begins at a place; undefined where none does, or it would go on past the end. */
function element(der: string, at: number): { readonly tag: number; readonly start: number; readonly end: number } | undefined {
  const byte = (index: number) => der.charCodeAt(index);
  const more = byte(at + 1) > 0x80 ? byte(at + 1) - 0x80 : 0;
  if (!(at + 1 < der.length) || more > 4) return undefined;
  const start = at + 2 + more;
  const length = more === 0 ? byte(at + 1) : Array.from({ length: more }, (_, index) => byte(at + 2 + index)).reduce((sum, one) => sum * 256 + one, 0);
  return start + length <= der.length ? { tag: byte(at), start, end: start + length } : undefined;
}

function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** Base64 as bytes, one character each; nothing where it isn't base64. */
function decoded(base64: string): string {
  try {
    return atob(base64.replace(/\s/g, ""));
  } catch {
    return "";
  }
}
