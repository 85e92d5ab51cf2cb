import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

/** Throws 409 when the pages of a plan are of several versions: one may come into force between two pages, and half of each would be no plan at all. */
export function requireOneVersion(pages: readonly { readonly version?: number | null | undefined }[], plan: string): void {
  if (pages.some(({ version }) => version !== pages[0]?.version))
    throw new ProblemError({
      status: 409,
      code: "PLAN_CHANGED",
      message: `The ${plan} changed while it was read. Try again: the new version is in force now.`,
    });
}
