import "server-only";
import { typedAbove } from "@/lib/desk/run";
import { ProblemError } from "@/lib/klarna/problem";

export interface Confirmed {
  /** How many merchants the person was told of. */
  readonly count: number;
  /** That number as they typed it, where it was asked for. */
  readonly typed?: string | undefined;
}

/** Refuses what would be done to another number of merchants than somebody saw, or to so many whose number was to be typed and wasn't. */
export function requireConfirmed({ count, typed }: Confirmed, now: number, isTyped = now > typedAbove): void {
  if (count !== now)
    throw new ProblemError({
      status: 409,
      code: "NUMBER_CHANGED",
      message: `By now it would be done to ${now.toLocaleString("en")}, not to ${count.toLocaleString("en")}. Nothing was begun: look at it again.`,
    });
  if (!isTyped || typed?.replace(/[\s.,]/g, "") === String(now)) return;
  const message = `Type ${now} to say that you mean ${now === 1 ? "this merchant" : "this many merchants"}`;
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path: "typed", message }] });
}
