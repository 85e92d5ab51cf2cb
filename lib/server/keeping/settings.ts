import "server-only";
import { z } from "zod";

const days = (least: number, usual: number) =>
  z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(least, `must be ${least} days or more`)
    .max(3_650, "must be ten years or less")
    .default(usual);

/** How long things are kept, in days. The least is what the desk itself needs: Klarna honours a key for a day, and repeats an event for some. */
export const keepingSettings = {
  DESK_KEEP_WEBHOOKS_DAYS: days(7, 90),
  DESK_KEEP_OPERATIONS_DAYS: days(30, 400),
  DESK_KEEP_DRAFTS_DAYS: days(7, 180),
  DESK_KEEP_SESSIONS_DAYS: days(7, 90),
};
