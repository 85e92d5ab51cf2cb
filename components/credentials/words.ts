import type { DeskCredential } from "@/lib/desk/credential";

/** The first part of a credential's id: it tells two of the same description apart. */
export function shortId({ credential_id }: Pick<DeskCredential, "credential_id">): string {
  return credential_id.slice(0, 8);
}

/** How a credential is called. */
export function nameOf(credential: Pick<DeskCredential, "credential_id" | "description">): string {
  return credential.description?.trim() || `Credential ${shortId(credential)}`;
}

/** What a type is for; a type of tomorrow is named. */
export function typeWords(type: string | null): string {
  return type === null ? "Not known" : ((types as Readonly<Record<string, string>>)[type] ?? type);
}

const types = { API: "API key", CLIENT: "Client id" } as const;

/** Who has it, as a sentence without its end. */
export function heldBy(processes: number): string {
  return processes === 1 ? "One process of this desk uses it now" : `${processes} processes of this desk use it now`;
}

/** Whether it still opens something, as far as is known. */
export function isAlive({ gone_at, disabled_at }: Pick<DeskCredential, "gone_at" | "disabled_at">): boolean {
  return gone_at === null && disabled_at === null;
}
