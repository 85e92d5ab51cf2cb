import "server-only";
import type { WebhookAddress } from "@/lib/desk/webhook-address";
import { signingKeys } from "@/lib/klarna/notifications/signing-keys";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { isNotThere } from "../klarna/from-klarna";
import { change } from "../operations/change";
import { idempotencyKey } from "../operations/key";
import type { Actor } from "../operations/record";
import { forgetKeys } from "./keys";

/** Retires a key: gone at Klarna first, where it is one of Klarna's, and then refused here. A key that signs now can't be retired. */
export async function retireKey({ environment, keys, problem, by_hand }: WebhookAddress, keyId: string, by: Actor): Promise<void> {
  // A key of which Klarna couldn't say whether it signs with it may be the one that does.
  if (problem && !by_hand) throw new ProblemError(problem);
  const key = keys.find(({ key_id }) => key_id === keyId);
  if (!key) throw new ProblemError({ status: 404, code: "NO_SUCH_KEY", message: "There is no such key any more." });
  if (key.signs)
    throw new ProblemError({ status: 409, code: "KEY_SIGNS", message: "Klarna signs with this key. Make a new one first; this one is retired after that." });
  if (key.source === "settings")
    throw new ProblemError({
      status: 400,
      code: "KEY_OF_SETTINGS",
      message: `This key is in the settings: take it out of KLARNA_${environment.toUpperCase()}_WEBHOOK_KEYS and start the desk anew.`,
    });
  if (key.at_klarna ?? key.source === "made") await deleteAtKlarna(environment, keyId, by);
  await query(retireStatement, [environment, keyId, by.personId, by.role]);
  forgetKeys(environment);
}

async function deleteAtKlarna(environment: WebhookAddress["environment"], keyId: string, by: Actor): Promise<void> {
  // The same deletion has the same name, whoever asks for it and how often.
  const attempt = idempotencyKey(environment, signingKeys.delete.name, keyId);
  try {
    await change(
      by,
      { environment, operation: signingKeys.delete, params: { signing_key_id: keyId }, attempt, body: undefined, value: undefined },
      "interactive",
    );
  } catch (error) {
    // It is gone already.
    if (!(error instanceof ProblemError) || (!isNotThere(error.problem) && error.problem.code !== "ALREADY_DONE")) throw error;
  }
}

const retireStatement = `
  WITH retired AS (
    UPDATE webhook_keys SET retired_at = now(), secret = NULL WHERE environment = $1 AND key_id = $2 AND retired_at IS NULL RETURNING source)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'webhook-key-retired', $3, $4, $1, jsonb_build_object('key', $2::text, 'source', source) FROM retired`;
