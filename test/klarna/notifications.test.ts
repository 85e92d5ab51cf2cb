import { expect, test } from "vitest";

import { everyOperation } from "@/lib/klarna/every-operation";
import { notificationOperations } from "@/lib/klarna/notifications";
import { announcements } from "@/lib/klarna/notifications/announcements";
import { eventTypes } from "@/lib/klarna/notifications/events";
import { signingKeys } from "@/lib/klarna/notifications/signing-keys";
import { notificationWebhooks } from "@/lib/klarna/notifications/webhooks";
import { isChange } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { redact } from "@/lib/klarna/sensitive";

test("the Notifications API has rows of its own, none of which is among the 48", () => {
  for (const name of notificationOperations.keys()) expect(operations.has(name), name).toBe(false);
  expect(everyOperation.size).toBe(operations.size + notificationOperations.size);
  expect([...notificationOperations.values()].map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /v2/notification/signing-keys",
    "GET /v2/notification/signing-keys",
    "DELETE /v2/notification/signing-keys/{signing_key_id}",
    "POST /v2/notification/webhooks",
    "GET /v2/notification/webhooks",
    "PATCH /v2/notification/webhooks/{webhook_id}",
    "DELETE /v2/notification/webhooks/{webhook_id}",
    "POST /v2/notification/webhooks/{webhook_id}/simulate",
  ]);
});

test("whoever looks needs webhooks:read, whoever changes something webhooks:write", () => {
  for (const row of notificationOperations.values()) expect(row.permission, row.name).toBe(isChange(row) ? "webhooks:write" : "webhooks:read");
});

test("what answers with a secret says so, and no record holds the secret", () => {
  expect(signingKeys.create.danger).toBe("secret");
  const answer = { signing_key_id: "krn:1", signing_key: "the secret", secret: "under another name" };
  expect(JSON.stringify(redact(signingKeys.create.output, answer))).not.toMatch(/the secret|under another name/);
});

test("lists are read under their name or bare, and an odd item fails none", () => {
  const key = { signing_key_id: "krn:1" };
  expect(signingKeys.list.output.parse({ signing_keys: [key, 7] })).toEqual({ signing_keys: [key, 7] });
  expect(signingKeys.list.output.parse([key])).toEqual({ signing_keys: [key] });
  expect(notificationWebhooks.list.output.parse({ webhooks: [{ webhook_id: "krn:1", status: "NEW", event_types: 7 }] }).webhooks[0]).toMatchObject({
    status: "NEW",
    event_types: null,
  });
});

test.each([
  [{ event_types: ["a", "a"] }, "Name each type once"],
  [{ event_types: ["A b"] }, "letters"],
  [{ url: "desk" }, "whole address"],
  [{ status: "ON" }, "ENABLED"],
  [{ signing_key_id: "../x" }, "identifier"],
])("a webhook with %j is refused", (wrong, words) => {
  const right = { url: "https://desk.example", event_types: ["partner.*"], event_version: "v2", signing_key_id: "krn:1", status: "ENABLED" };
  expect(notificationWebhooks.create.body.safeParse(right).success).toBe(true);
  expect(JSON.stringify(notificationWebhooks.create.body.safeParse({ ...right, ...wrong }).error?.issues)).toContain(words);
});

test("what Klarna is to announce are changes of the contract, by events that the desk is registered for", () => {
  for (const [operation, event] of announcements) {
    expect(operations.get(operation), operation).toSatisfy(isChange);
    expect(eventTypes, operation).toContain(event);
  }
});
