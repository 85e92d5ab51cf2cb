import "server-only";
import type { z } from "zod";

import type { Environment } from "@/lib/klarna/environment";
import { signingKeys } from "@/lib/klarna/notifications/signing-keys";
import { notificationWebhooks } from "@/lib/klarna/notifications/webhooks";

import { seal } from "../crypto";
import { query } from "../db/client";
import { keyPlace } from "./keys";
import { ownAddress } from "./own-address";

interface Lesson {
  readonly environment: Environment;
  readonly name: string;
  readonly attempt: string | undefined;
  readonly answer: unknown;
}

/** What the answers of the Notifications API teach: a new key with its secret, which is never shown again, and which key signs from now on. */
export async function learnKeys({ environment, name, attempt, answer }: Lesson): Promise<void> {
  if (name === signingKeys.create.name) {
    const { signing_key_id: id, signing_key: secret } = answer as z.output<typeof signingKeys.create.output>;
    if (secret) await query(keepStatement, [environment, id, seal(keyPlace(environment, id), secret), name, attempt]);
  }
  if (name === notificationWebhooks.create.name || name === notificationWebhooks.update.name) {
    const { url, signing_key_id: id } = answer as z.output<typeof notificationWebhooks.update.output>;
    if (url === ownAddress(environment) && id) await query(supersedeStatement, [environment, id, name, attempt]);
  }
}

// In the name of whoever asked for it. What is repeated is learned again.
const keepStatement = `
  INSERT INTO webhook_keys (environment, key_id, secret, source, person_id)
  SELECT $1, $2, $3, 'made', person_id FROM operations WHERE environment = $1 AND name = $4 AND attempt = $5
  ON CONFLICT (environment, key_id) DO UPDATE SET secret = excluded.secret WHERE webhook_keys.retired_at IS NULL`;

const supersedeStatement = `
  UPDATE webhook_keys k SET superseded_at = CASE WHEN k.key_id <> $2 THEN now() END, superseded_by = CASE WHEN k.key_id <> $2 THEN o.person_id END
  FROM operations o
  WHERE k.environment = $1 AND o.environment = $1 AND o.name = $3 AND o.attempt = $4 AND k.retired_at IS NULL
    AND (k.key_id = $2 OR k.superseded_at IS NULL)`;
