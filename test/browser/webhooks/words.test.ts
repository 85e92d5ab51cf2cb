import { expect, test } from "vitest";

import { oddities } from "@/components/webhooks/words";
import type { WebhookEvent } from "@/lib/desk/webhook";

const event = (odd: Partial<WebhookEvent>) =>
  ({ late: false, occurred_at: "2026-11-01T10:00:00Z", received_at: "2026-11-01T10:00:01Z", overtaken: false, duplicates: 0, ...odd }) as WebhookEvent;

test("an event that came in time, in order and once has nothing odd about it", () => {
  expect(oddities(event({}))).toEqual([]);
});

test("one that came late says by how much, one that another overtook that it did, and one that came again how often it came", () => {
  expect(oddities(event({ late: true, received_at: "2026-11-01T12:30:00Z" }))).toEqual(["2 h late"]);
  expect(oddities(event({ overtaken: true }))).toEqual(["out of order"]);
  expect(oddities(event({ duplicates: 2 }))).toEqual(["came 3×"]);
  expect(oddities(event({ late: true, received_at: "2026-11-04T10:00:00Z", overtaken: true, duplicates: 1 }))).toEqual([
    "3 days late",
    "out of order",
    "came 2×",
  ]);
});
