import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { importAccounts } from "@/lib/server/imports/job";
import { findImport } from "@/lib/server/imports/standing";
import { startImport } from "@/lib/server/imports/start";
import { steerImport } from "@/lib/server/imports/steer";
import { Worker } from "@/lib/server/jobs/worker";
import { setRole } from "@/lib/server/people";

import { signedIn } from "../harness/people";
import { accountId, askedFor, by, from, klarna, knowsAll, startList, withImports, work } from "./stage";

withImports();

test("an import is paused while it runs, reads nothing meanwhile, and goes on where it was", async () => {
  knowsAll(klarna, { milliseconds: 30 });
  const id = await startList(from, 200);
  const worker = new Worker([importAccounts]);
  await worker.look();
  await expect.poll(() => klarna.received.length).toBeGreaterThan(20);
  expect(await steerImport("test", id, "pause", by())).toMatchObject({ state: "paused" });
  await worker.stop();
  const { read } = await findImport("test", id);
  expect(read).toBeLessThan(200);
  const sofar = klarna.received.length;
  await work();
  expect(klarna.received.length).toBe(sofar);
  await steerImport("test", id, "resume", by());
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", read: 200 });
  expect(klarna.received.length).toBe(200);
});

test("one that was paused for so long that its job is put away goes on with what a killed worker had taken, too", async () => {
  knowsAll(klarna);
  const id = await startList(from, 3);
  await query("UPDATE import_rows SET state = 'reading', fence = 0 WHERE import_id = $1 AND line = 1", [id]);
  await steerImport("test", id, "pause", by());
  await query("DELETE FROM pgboss.job WHERE id = $1", [id]);
  await steerImport("test", id, "resume", by());
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", read: 3 });
});

test("an import that was given up stays so, and keeps what it has read", async () => {
  const id = await startList(from, 5);
  expect(await steerImport("test", id, "cancel", by())).toMatchObject({ state: "cancelled" });
  expect(await steerImport("test", id, "resume", by())).toMatchObject({ state: "cancelled" });
  await work();
  expect(klarna.received).toEqual([]);
});

test("who has lost the permission reads nothing more; a colleague can go on in their own name", async () => {
  const person = await signedIn("operations");
  const { id } = await startImport("test", accountId(from), { personId: person.id, role: "operations" });
  await setRole(person.email, "finance");
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "stopped", code: "NOT_ALLOWED" });
  expect(klarna.received).toEqual([]);
  await steerImport("test", id, "resume", by());
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", read: 1 });
});

test("while Klarna is away nothing is given up; an account that alone can't be read is, after some tries", async () => {
  const { script } = klarna;
  let down = 16;
  klarna.script = (request, response) => {
    if (askedFor(request.path) === accountId(from + 1)) return { status: 500, body: "{}" };
    down -= 1;
    return down > 0 ? { status: 503, body: "{}" } : script(request, response);
  };
  const id = await startList(from, 30);
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "done", read: 29, failed: 1 });
});

test("when Klarna refuses the desk's key the import stops, and says so", async () => {
  klarna.script = () => ({ status: 401, body: '{"error_code":"UNAUTHORIZED"}' });
  const id = await startList(from, 30);
  await work();
  expect(await findImport("test", id)).toMatchObject({ state: "waiting", read: 0, failed: 0 });
  expect(klarna.received.length).toBeLessThanOrEqual(16);
});
