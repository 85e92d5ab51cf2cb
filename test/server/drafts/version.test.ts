import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { createDraft, deleteDraft, saveDraft } from "@/lib/server/drafts/drafts";
import type { Session } from "@/lib/server/session";
import { ask, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { acceptableOnboarding, startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

test("a draft isn't sent once somebody has thrown it away or saved it anew: what is sent names its version", async () => {
  const { id: personId, cookie } = await signedIn("operations");
  const by = { personId, role: "operations" } as Session;
  const body = await acceptableOnboarding(emulator.url);
  const given = { title: "Nordlys", content: body };
  const onboard = (attempt: string, version: string) => ask("accounts.onboard", { cookie, attempt, body, headers: { "x-draft-version": version } });
  const [gone, changed] = [await createDraft("test", given, by), await createDraft("test", given, by)];
  await deleteDraft("test", gone.id, by);
  await saveDraft("test", changed.id, 1, given, by);
  const before = (await emulator.count("accounts.onboard")).effects;
  for (const { id } of [gone, changed]) {
    const late = await onboard(id, "1");
    expect([late.status, problemOf(late).code]).toEqual([409, "DRAFT_CHANGED"]);
    expect(await query("SELECT FROM operations WHERE attempt = $1", [id])).toEqual([]);
  }
  for (const odd of ["", "0", "1.5", "-1", "3000000000", "two"]) expect((await onboard(changed.id, odd)).status, odd).toBe(400);
  expect((await emulator.count("accounts.onboard")).effects).toBe(before);
  expect((await onboard(changed.id, "2")).status).toBe(200);
  expect(problemOf(await onboard(changed.id, "2")).code).toBe("ALREADY_DONE");
});
