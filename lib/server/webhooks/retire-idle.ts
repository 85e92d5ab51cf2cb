import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { can, type Role } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { env } from "../env";
import type { Job } from "../jobs/job";
import { readAddress } from "./address";
import { idleSeconds } from "./known-keys";
import { retireKey } from "./retire";

/** Retires keys whose place another has taken and that nothing used for a day: in the name of whoever replaced them, if they still may. */
export const retireIdleKeys: Job = {
  name: "webhooks.retire-keys",
  title: "Retires signing keys that nothing uses any more",
  schedule: "*/10 * * * *",
  scheduledInWords: "Every 10 minutes",
  retries: 0,
  run: async (_, { holds }) => {
    for (const { environment, keyId, personId, role } of await query<Idle>(idleStatement, [idleSeconds()])) {
      if (!holds()) return "later";
      if (env().klarna.has(environment) && can(role, "webhooks:write")) await retire(environment, keyId, { personId, role });
    }
    return undefined;
  },
};

interface Idle {
  readonly environment: Environment;
  readonly keyId: string;
  readonly personId: string;
  readonly role: Role;
}

/** One that can't be retired now waits for the next round, or for a person. */
async function retire(environment: Environment, keyId: string, by: { readonly personId: string; readonly role: Role }): Promise<void> {
  try {
    await retireKey(await readAddress(environment), keyId, by);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

const idleStatement = `
  SELECT k.environment, k.key_id AS "keyId", k.superseded_by AS "personId", p.role
  FROM webhook_keys k JOIN people p ON p.id = k.superseded_by AND p.disabled_at IS NULL
  WHERE k.retired_at IS NULL AND k.superseded_at < now() - make_interval(secs => $1::float8) AND NOT EXISTS (
    SELECT FROM webhook_events e
    WHERE e.environment = k.environment AND e.signing_key_id = k.key_id AND e.received_at > now() - make_interval(secs => $1::float8))`;
