import type { Run } from "@/lib/desk/run";

/** Whether a run changes by itself within moments: then it is looked at often. */
export function isUnderWay({ state, counts }: Pick<Run, "state" | "counts">): boolean {
  return state === "waiting" || state === "running" || counts.taken > 0 || (state === "done" && counts.unclear > 0);
}
