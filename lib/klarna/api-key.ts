/** Whether a text holds what looks like an API key of Klarna's: it belongs where only programs read it. */
export function holdsKey(text: string): boolean {
  return /klarna_(?:test|live)_api_/i.test(text);
}

/**
 * The id of the credential that an API key belongs to. Keys carry it: their last part is base64 of something random, the id, a version and a
 * checksum, with commas between. Undefined for a key of another shape, which says nothing of its credential.
 */
export function credentialIdIn(key: string): string | undefined {
  const [, coded = ""] = /^klarna_(?:test|live)_api_([\w+/-]+)={0,2}$/.exec(key) ?? [];
  return /,([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}),/i.exec(decoded(coded))?.[1]?.toLowerCase();
}

/** The API key in Klarna's answer to making a credential, wherever it stands: the reference doesn't name its field. */
export function keyIn(answer: unknown): string | undefined {
  const fields: Readonly<Record<string, unknown>> = { ...(answer as object | null | undefined) };
  const named = fields.api_key;
  return typeof named === "string" && named !== ""
    ? named
    : (Object.values(fields).find((value) => typeof value === "string" && keyShape.test(value)) as string | undefined);
}

const keyShape = /^klarna_(?:test|live)_api_\S+$/;

function decoded(coded: string): string {
  try {
    return atob(coded.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
