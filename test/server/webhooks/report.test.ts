import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { Worker } from "@/lib/server/jobs/worker";
import { loadSettlements } from "@/lib/server/settlements/job";
import { readWebhook } from "@/lib/server/webhooks/detail";
import { listWebhooks } from "@/lib/server/webhooks/list";
import { reprocessWebhook } from "@/lib/server/webhooks/reprocess";

import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";
import { sendEvent } from "../harness/webhook";

let emulator: TestEmulator;
let admin: SignedIn;
withDesk(
  async () => {
    emulator = await startTestEmulator();
    return emulator;
  },
  { DESK_TIME_SCALE: "0.02" },
);
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  await emulator.heal();
  await query("DELETE FROM webhook_events");
});

const by = () => ({ personId: admin.id, role: "admin" as const });

/** Klarna announces a report; answers the id of the event. */
async function announce(settlement_id: string | undefined): Promise<string> {
  if (settlement_id?.startsWith("R-")) await emulator.order("/settlements", { settlement_id, rows: 20, announce: false });
  await sendEvent({ metadata: { event_id: crypto.randomUUID(), event_type: "settlement.report.created", live: false }, payload: { settlement_id } });
  const [delivery] = (await listWebhooks({})).deliveries;
  return delivery?.id ?? "";
}

async function work(): Promise<void> {
  const worker = new Worker([loadSettlements]);
  await worker.look();
  await worker.settled();
  await worker.stop();
}

test("an event that announces a report says of which settlement, and how far it is", async () => {
  const id = await announce("R-1");
  expect((await readWebhook(id))?.settlement).toEqual({ settlement_id: "R-1", report: "wanted", tries: 0, ready_at: null });
  await work();
  expect((await readWebhook(id))?.settlement).toEqual({ settlement_id: "R-1", report: "ready", tries: 0, ready_at: expect.stringMatching(/Z$/) });
});

test("acted on again, its report is asked of Klarna again and taken; that it was is recorded, and when it was announced stays", async () => {
  await emulator.fault("settlements.csv", "503", 50);
  const id = await announce("R-2");
  await work();
  expect((await readWebhook(id))?.settlement).toMatchObject({ report: "wanted", tries: 1 });
  await emulator.heal();
  // As if the desk had given up, or was put back from a backup that doesn't have it.
  await query("DELETE FROM settlements WHERE settlement_id = 'R-2'");
  await query("UPDATE webhook_events SET received_at = '2026-03-01T10:00:00Z' WHERE id = $1", [id]);
  expect((await readWebhook(id))?.settlement).toEqual({ settlement_id: "R-2", report: "none", tries: 0, ready_at: null });

  const before = await latestAudit();
  await reprocessWebhook(id, by());
  await work();
  expect((await readWebhook(id))?.settlement).toMatchObject({ settlement_id: "R-2", report: "ready" });
  expect(await query("SELECT announced_at FROM settlements WHERE settlement_id = 'R-2'")).toEqual([{ announced_at: new Date("2026-03-01T10:00:00Z") }]);
  expect((await auditAfter(before)).filter(({ kind }) => kind === "webhook-reprocessed")).toMatchObject([
    { person_id: admin.id, account_id: null, detail: { webhook: id, type: "settlement.report.created", settlement: "R-2" } },
  ]);
  // A report that was announced anew since bears the later moment.
  await query("UPDATE settlements SET announced_at = '2026-04-01T10:00:00Z' WHERE settlement_id = 'R-2'");
  await reprocessWebhook(id, by());
  expect(await query("SELECT announced_at, wanted_at IS NOT NULL AS wanted FROM settlements WHERE settlement_id = 'R-2'")).toEqual([
    { announced_at: new Date("2026-04-01T10:00:00Z"), wanted: true },
  ]);
});

test.each([undefined, "", "../accounts"])("one that names no settlement that can be one (%s) has nothing to be asked for again", async (settlement) => {
  const id = await announce(settlement);
  expect((await readWebhook(id))?.settlement).toBeNull();
  const before = await latestAudit();
  await expect(reprocessWebhook(id, by())).rejects.toMatchObject({ problem: { status: 400, code: "NOTHING_TO_READ" } });
  expect(await auditAfter(before)).toEqual([]);
});

test("one that was sealed with a key that is gone is shown without it, and can't be asked for again", async () => {
  const id = await announce("R-3");
  await query("UPDATE webhook_events SET raw = '\\x00' WHERE id = $1", [id]);
  expect(await readWebhook(id)).toMatchObject({ settlement: null, shown: null });
  await expect(reprocessWebhook(id, by())).rejects.toMatchObject({ problem: { code: "NOTHING_TO_READ" } });
});
