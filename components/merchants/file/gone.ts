import type { EditedPart } from "@/lib/desk/file";
import { type Part, partIn } from "@/lib/klarna/file/parts";

/** Whether somebody changes one of several that Klarna hasn't got any more. An account that wasn't read yet says nothing of that. */
export function isGone(account: unknown, part: Part, { act }: EditedPart): boolean {
  return account !== undefined && act !== "create" && part.id !== undefined && partIn(account, part) === undefined;
}
