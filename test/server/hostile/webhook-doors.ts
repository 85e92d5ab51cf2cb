import { POST as reprocessWebhook } from "@/app/api/desk/webhooks/[id]/reprocess/route";
import { GET as webhook } from "@/app/api/desk/webhooks/[id]/route";
import { POST as actOnAddress, GET as address } from "@/app/api/desk/webhooks/address/route";
import { GET as webhooks } from "@/app/api/desk/webhooks/route";
import { POST as testEvent } from "@/app/api/desk/webhooks/test-event/route";
import { PUT as setWatch, GET as watch } from "@/app/api/desk/webhooks/watch/route";

import { withId } from "./directory-doors";

const params = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const watchers = ["admin", "auditor"] as const;
const acting = ["admin"] as const;

/** The doors to what came from Klarna, and to how the desk is registered there. */
export const webhookDoors = {
  "webhooks.list": { method: "GET", open: webhooks, roles: watchers, takes: { environment: "test", verdict: "late" } },
  "webhooks.get": { method: "GET", open: withId(webhook), roles: watchers, takes: {}, params },
  "webhooks.reprocess": { method: "POST", open: withId(reprocessWebhook), roles: acting, takes: {}, params },
  "webhooks.watch": { method: "GET", open: watch, roles: watchers, takes: { environment: "test" } },
  "webhooks.setWatch": { method: "PUT", open: setWatch, roles: acting, takes: { environment: "test", quiet_hours: 24 } },
  "webhooks.address": { method: "GET", open: address, roles: watchers, takes: { environment: "test" } },
  "webhooks.act": { method: "POST", open: actOnAddress, roles: acting, takes: { environment: "test", act: "retire", key_id: "krn:1" } },
  "webhooks.test": { method: "POST", open: testEvent, roles: acting, takes: { environment: "test", event_type: "settlement.report.created" } },
} as const;
