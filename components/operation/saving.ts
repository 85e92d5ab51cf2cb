import { mayPass, type Problem } from "@/lib/klarna/problem";

/** How the saving of what is typed stands. The last four wait for a person. */
export type Saving =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "signed-out" }
  | { readonly kind: "changed"; readonly problem: Problem }
  | { readonly kind: "gone" }
  | { readonly kind: "locked" };

/** What a refusal of the desk's means for whatever is saved there, where trying again can't help before a person has done something. */
export function stopOf({ status }: Problem): Saving | undefined {
  if (status === 401) return { kind: "signed-out" };
  return status === 404 ? { kind: "gone" } : undefined;
}

/** Whether what stands here isn't on the server, and won't be by waiting a moment. */
export function isStopped({ kind }: Saving): boolean {
  return kind !== "saved" && kind !== "saving" && kind !== "locked";
}

/** Whether nothing is tried any more before a person has done something. */
export function waitsForPerson({ kind }: Saving): boolean {
  return ["signed-out", "changed", "gone", "locked"].includes(kind);
}

/** Whether what isn't saved yet may yet be saved by itself. */
export function maySaveItself(saving: Saving): boolean {
  return !waitsForPerson(saving) && !(saving.kind === "failed" && !mayPass(saving.problem));
}
