import "server-only";
import { certificates } from "@/lib/klarna/operations/certificates";
import { credentials } from "@/lib/klarna/operations/credentials";
import { ProblemError } from "@/lib/klarna/problem";

import { appendAudit } from "../audit";
import { refuseOwnCertificate } from "../certificates/guard";
import { refuseOwnCredential } from "../credentials/guard";
import type { Actor, Change } from "./record";

/** What would cut the desk itself off from Klarna, by the name of its operation. */
const guards: ReadonlyMap<string, (change: Change) => Promise<void>> = new Map([
  [credentials.disable.name, refuseOwnCredential],
  [certificates.revoke.name, refuseOwnCertificate],
]);

/** Refuses, and records the refusal, before anything of the change is written down or sent; by whatever door it came. */
export async function refuseSelfHarm(by: Actor, change: Change): Promise<void> {
  const { environment, operation } = change;
  try {
    await guards.get(operation.name)?.(change);
  } catch (error) {
    if (error instanceof ProblemError) await appendAudit({ kind: "refused", by, environment, operation: operation.name, detail: { code: error.problem.code } });
    throw error;
  }
}
