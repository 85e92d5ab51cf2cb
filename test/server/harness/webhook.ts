import { createHmac } from "node:crypto";

import { receiveWebhook } from "@/lib/server/webhooks/receive";

import { type Answered, answered } from "./ask";
import { madeUpSettings } from "./settings";

/** How an event is sent: by default signed with the newer key, to TEST. */
export interface Sending {
  readonly keyId?: string;
  readonly secret?: string;
  readonly signature?: string;
  readonly environment?: string;
  /** What is sent in the place of the signed bytes. */
  readonly tampered?: Uint8Array;
}

/** Sends what Klarna would send: an object as JSON, or bytes as they are. */
export async function sendEvent(event: unknown, sending: Sending = {}): Promise<Answered> {
  const raw = event instanceof Uint8Array ? event : Buffer.from(typeof event === "string" ? event : JSON.stringify(event));
  const { keyId = "new-key", secret = "the-new-signing-secret", environment = "test" } = sending;
  const request = new Request(`${madeUpSettings.DESK_URL}/api/webhooks/klarna/${environment}`, {
    method: "POST",
    headers: {
      "klarna-signing-key-id": keyId,
      "klarna-signature": sending.signature ?? createHmac("sha256", secret).update(raw).digest("hex"),
      "content-type": "application/json",
    },
    body: (sending.tampered ?? raw) as BodyInit,
  });
  return answered(await receiveWebhook(request, environment));
}
