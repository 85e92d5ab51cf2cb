import { randomBytes, randomUUID } from "node:crypto";

import { conflict, invalid } from "../http/refusal";
import { krn, type Piece } from "../state/account";
import { found, type Webhook } from "../state/world";
import { mayDeliverTo } from "../webhooks/address";
import { type Call, type Handler, param } from "./handler";

/** Where webhooks go, and the keys they are signed with. */
export const notificationHandlers: Readonly<Record<string, Handler>> = {
  "signingKeys.create": makeKey,
  "signingKeys.list": ({ world }) => ({ signing_keys: [...world.signingKeys.values()].map(({ secret: _, ...key }) => key) }),
  "signingKeys.delete": deleteKey,
  "notificationWebhooks.create": create,
  "notificationWebhooks.list": ({ world }) => ({ webhooks: [...world.webhooks.values()] }),
  "notificationWebhooks.update": update,
  "notificationWebhooks.delete": (call) => call.world.webhooks.remove(webhookOf(call).webhook_id),
  "notificationWebhooks.simulate": simulate,
};

const mostKeys = 50;

/** The secret is shown here and never again. */
function makeKey({ klarna, world }: Call): Piece {
  if (world.signingKeys.size >= mostKeys) throw conflict(`At most ${mostKeys} signing keys can exist at a time.`);
  const key = { signing_key_id: krn.signingKey(randomUUID()), created_at: klarna.clock.timestamp() };
  const secret = randomBytes(32).toString("base64url");
  world.signingKeys.put(key.signing_key_id, { ...key, secret });
  return { ...key, signing_key: secret };
}

function deleteKey(call: Call): undefined {
  const { signing_key_id } = found(call.world.signingKeys.get(param(call, "signing_key_id")), "signing key");
  const used = [...call.world.webhooks.values()].some((webhook) => webhook.signing_key_id === signing_key_id);
  if (used) throw conflict("The signing key is used by a webhook.");
  call.world.signingKeys.remove(signing_key_id);
}

function create({ body, klarna, world }: Call): Webhook {
  return keep({ body, world }, { ...(body as Webhook), webhook_id: krn.webhook(randomUUID()), created_at: klarna.clock.timestamp() });
}

function update(call: Call): Webhook {
  return keep(call, { ...webhookOf(call), ...call.body });
}

function keep({ world }: Pick<Call, "body" | "world">, webhook: Webhook): Webhook {
  if (!mayDeliverTo(webhook.url)) throw invalid([{ parameter: "url", reason: "The URL must be HTTPS on port 443 or 8443." }]);
  if (!world.signingKeys.has(webhook.signing_key_id)) throw invalid([{ parameter: "signing_key_id", reason: "There is no such signing key." }]);
  const same = [...world.webhooks.values()].some((other) => other.webhook_id !== webhook.webhook_id && configuration(other) === configuration(webhook));
  if (same) throw conflict("The webhook configuration already exists");
  world.webhooks.put(webhook.webhook_id, webhook);
  return webhook;
}

/** What two webhooks may not have in common. */
function configuration({ url, event_types, event_version }: Webhook): string {
  return JSON.stringify([url, event_version, [...event_types].sort()]);
}

function simulate(call: Call): Piece {
  const webhook = webhookOf(call);
  if (webhook.status !== "ENABLED") throw conflict("The webhook is disabled.");
  call.klarna.events.simulated(call.world.environment, webhook, String(call.body.event_type), String(call.body.event_version));
  return {};
}

function webhookOf(call: Call): Webhook {
  return found(call.world.webhooks.get(param(call, "webhook_id")), "webhook");
}
