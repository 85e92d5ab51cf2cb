import "server-only";
import type { PartChange } from "@/lib/desk/file";
import { partKey } from "@/lib/klarna/file/parts";

import { nameUuid } from "../operations/key";

/** The attempt that one part of an edit is sent under: the same through double clicks, reloads and corrections, another once it was done. */
export function attemptOf(editId: string, { resource, id, act, round }: Pick<PartChange, "resource" | "id" | "act" | "round">): string {
  return nameUuid([editId, partKey({ resource, id }), act, String(round)]);
}
