import "server-only";
import { lookForAttention } from "../attention/job";
import { importAccounts } from "../imports/job";
import { letGoJob } from "../keeping/let-go";
import { readDuePayouts } from "../payouts/sync/due";
import { syncPayouts } from "../payouts/sync/job";
import { workOnRun } from "../runs/job";
import { askUnpaid } from "../settlements/ask-again";
import { auditFees } from "../settlements/fees/job";
import { loadSettlements } from "../settlements/job";
import { sweeps } from "../sweep/job";
import { retireIdleKeys } from "../webhooks/retire-idle";
import type { Job } from "./job";

/** Every job of the desk: what is sent to a queue and what is scheduled. A row here is all that a new one needs. */
export const jobs: readonly Job[] = [
  importAccounts,
  lookForAttention,
  ...sweeps,
  retireIdleKeys,
  letGoJob,
  loadSettlements,
  auditFees,
  askUnpaid,
  syncPayouts,
  readDuePayouts,
  workOnRun,
];
