import "server-only";
import type { RefusedField } from "@/lib/desk/draft";
import type { ProblemField } from "@/lib/klarna/problem";
import { valueAt } from "@/lib/klarna/value-at";

import { seal, unseal } from "../crypto";

/** What Klarna refused of a draft as it was sent, encrypted: its reasons may quote what a person typed, and what was typed is kept beside them. */
export function sealRefused(draftId: string, fields: readonly ProblemField[], sent: unknown): Buffer | null {
  if (fields.length === 0) return null;
  const refused: readonly RefusedField[] = fields.map(({ path, message }) => ({ path, message, value: valueAt(sent, path) }));
  return seal(place(draftId), JSON.stringify(refused));
}

/** The same, as it was before. */
export function unsealRefused(draftId: string, refused: Buffer): readonly RefusedField[] {
  return JSON.parse(unseal(place(draftId), refused)) as readonly RefusedField[];
}

function place(draftId: string): string {
  return `drafts.refused ${draftId}`;
}
