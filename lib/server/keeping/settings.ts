import "server-only";
import { z } from "zod";

const days = (least: number) =>
  z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(least, least === 1 ? "must be 1 day or more" : `must be ${least} days or more`)
    .max(3_650, "must be ten years or less");

/** How long things are kept, in days. The least is what the desk itself needs: Klarna honours a key for a day, and repeats an event for some. */
export const keepingSettings = {
  DESK_KEEP_WEBHOOKS_DAYS: days(7).default(90),
  DESK_KEEP_OPERATIONS_DAYS: days(30).default(400),
  DESK_KEEP_DRAFTS_DAYS: days(7).default(180),
  DESK_KEEP_SESSIONS_DAYS: days(7).default(90),
  // Whoever starts the desk keeps its log, in this file and for so long, and says so by these two: under systemd or Docker there are none.
  DESK_KEEP_LOGS_DAYS: days(1).optional(),
  DESK_LOG_FILE: z.string().optional(),
};
