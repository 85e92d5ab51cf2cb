import { beforeAll, expect, test } from "vitest";
import { POST as accept } from "@/app/api/desk/settlements/[settlement_id]/accept/route";
import { POST as lookUp } from "@/app/api/desk/settlements/look-up/route";
import { lookBy } from "@/lib/server/attention/look";
import { settlementDiffers } from "@/lib/server/attention/rules/settlements";
import { query } from "@/lib/server/db/client";
import { settlementDetail } from "@/lib/server/settlements/detail";
import { listSettlements } from "@/lib/server/settlements/list";
import { loadReport } from "@/lib/server/settlements/load";

import { answered, browserRequest } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { wholeTable } from "../harness/rows";
import { klarnasSample, smallReport } from "./made-report";

let emulator: TestEmulator;
let finance: SignedIn;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

const id = "15328742";
async function* whole(bytes: Uint8Array) {
  yield bytes;
}
const load = (bytes: Uint8Array, replaces = false) => loadReport(whole(bytes), { environment: "test", source: "imported", replaces });
type Door = (request: Request, context: { params: Promise<{ settlement_id: string }> }) => Promise<Response>;
const knock = async (door: Door, search: Readonly<Record<string, string>> = {}, body?: object, settlement_id = id, cookie = finance.cookie) =>
  answered(
    await door(
      browserRequest("/door", body ? "POST" : "GET", {
        cookie,
        search: { ...(!body && { environment: "test" }), ...search },
        ...(body && { body: { environment: "test", ...body } }),
      }),
      {
        params: Promise.resolve({ settlement_id }),
      },
    ),
  );
const sha = async () => (await settlementDetail("test", id)).loaded?.sha256 ?? "";

beforeAll(async () => {
  finance = await signedIn("finance");
  await load(klarnasSample);
});

/** A settlement of one week of January, with what is owed at its beginning and at its end. */
async function inChain(name: string, week: number, opening: number, closing: number, entity = "krn:entity:debt") {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
  const [from, to] = [at(1 + 7 * (week - 1)), at(1 + 7 * week)];
  await load(
    smallReport((rows) => {
      for (const [line, cells] of rows.entries()) if (line > 2) cells[6] = name;
      rows[1]?.splice(0, 5, name, entity, to, from, to);
      rows[1]?.splice(18, 4, String(opening), "0", "0", String(closing));
    }),
    true,
  );
  return settlementDetail("test", name);
}

test("the debt goes on from the settlement before, unless it has changed, or one between is missing", async () => {
  expect((await inChain("D-1", 1, 0, -500)).chain).toBe("unknown");
  expect(await inChain("D-2", 2, -500, -300)).toMatchObject({ chain: "holds", chain_gap: null });
  expect(await inChain("D-3", 3, -200, 0)).toMatchObject({ chain: "broken", chain_gap: "100", verdict: "differs" });
  const between = await inChain("D-5", 5, 0, 0);
  expect([between.chain, between.previous]).toEqual(["unknown", expect.objectContaining({ settlement_id: "D-3", adjacent: false })]);
  expect((await listSettlements("test", { verdict: "differs", text: "D-" })).settlements.map(({ settlement_id }) => settlement_id)).toEqual(["D-3"]);
});

test("where two end together and leave different debts nobody can say which one goes on; where they leave the same it is known", async () => {
  const entity = "krn:entity:side-by-side";
  await inChain("E-1", 1, 0, -500, entity);
  expect((await inChain("E-2", 2, -500, 0, entity)).chain).toBe("holds");
  await inChain("E-1b", 1, 0, -400, entity);
  expect((await settlementDetail("test", "E-2")).chain).toBe("unknown");
  await query("UPDATE settlements SET closing_debt = -500 WHERE settlement_id = 'E-1b'");
  expect((await settlementDetail("test", "E-2")).chain).toBe("holds");
});

test("finance accepts that a debt has changed as it was seen: once it is off by something else, that isn't accepted", async () => {
  const entity = "krn:entity:accepted";
  await inChain("C-1", 1, 0, -500, entity);
  const { loaded, lines_gap, parts_gap } = await inChain("C-2", 2, -800, 0, entity);
  expect([lines_gap, parts_gap]).toEqual(["0", "0"]);
  const given = { sha256: loaded?.sha256, reason: "Klarna added a fee to the debt" };
  for (const chain_gap of [undefined, null, "-301"]) expect((await knock(accept, {}, { ...given, chain_gap }, "C-2")).status).toBe(409);
  expect((await knock(accept, {}, { ...given, chain_gap: "-300" }, "C-2")).status).toBe(204);
  const accepted = { lines_gap: "0", parts_gap: "0", chain_gap: "-300", reason: given.reason };
  expect(await settlementDetail("test", "C-2")).toMatchObject({ verdict: "accepted", acceptances: [{ ...accepted, current: true }] });
  const [entry] = await query("SELECT detail FROM audit_entries WHERE kind = 'settlement-difference-accepted' AND detail->>'settlement' = 'C-2'");
  expect(entry).toMatchObject({ detail: { chain_gap: "-300" } });
  await inChain("C-1", 1, 0, -600, entity);
  expect(await settlementDetail("test", "C-2")).toMatchObject({ verdict: "differs", chain_gap: "-200", acceptances: [{ ...accepted, current: false }] });
  await inChain("C-1", 1, 0, -800, entity);
  expect(await settlementDetail("test", "C-2")).toMatchObject({ verdict: "adds-up", chain_gap: null, acceptances: [{ ...accepted, current: false }] });
});

test("finance accepts a difference with a reason that is kept sealed; it counts for that report only", async () => {
  await lookBy(settlementDiffers);
  const open = async () =>
    (await query<{ subject: string }>("SELECT subject FROM attention WHERE rule = 'settlement-differs' AND closed_at IS NULL")).map(
      ({ subject }) => subject.split(" ")[0],
    );
  expect(await open()).toContain(id);
  const reason = "Klarna says so in ticket Äpfel-77";
  expect((await knock(accept, {}, { sha256: "0".repeat(64), reason })).status).toBe(409);
  expect((await knock(accept, {}, { sha256: await sha(), reason: "  " })).status).toBe(400);
  const auditor = await signedIn("auditor");
  expect((await knock(accept, {}, { sha256: await sha(), reason }, id, auditor.cookie)).status).toBe(403);
  expect((await knock(accept, {}, { sha256: await sha(), reason })).status).toBe(204);
  expect((await knock(accept, {}, { sha256: await sha(), reason })).status).toBe(409);
  const detail = await settlementDetail("test", id);
  expect(detail).toMatchObject({
    verdict: "accepted",
    acceptances: [{ person: expect.any(String), reason, lines_gap: "4495", parts_gap: "0", chain_gap: null, current: true }],
  });
  expect(`${await wholeTable("settlement_acceptances")} ${await wholeTable("audit_entries")}`).not.toContain("Äpfel");
  await lookBy(settlementDiffers);
  expect(await open()).not.toContain(id);
  const other = Buffer.from(klarnasSample.toString("utf8").replaceAll("partner-capture-ref-456", "partner-capture-ref-457"));
  await load(other, true);
  expect(await settlementDetail("test", id)).toMatchObject({ verdict: "differs", acceptances: [{ current: false }] });
});

test("a settlement that the desk has never heard of is looked up at Klarna and kept; one that Klarna doesn't know isn't", async () => {
  await emulator.order("/settlements", { settlement_id: "LOOK-1", rows: 10, announce: false });
  const ask = async (settlement_id: string) =>
    answered(await lookUp(browserRequest("/door", "POST", { cookie: finance.cookie, body: { environment: "test", settlement_id } })));
  expect(await ask("LOOK-1")).toMatchObject({ status: 200 });
  expect(await settlementDetail("test", "LOOK-1")).toMatchObject({ source: "looked-up", report: "wanted", verdict: "unknown" });
  expect((await ask("LOOK-2")).status).toBe(404);
  await expect(settlementDetail("test", "LOOK-2")).rejects.toMatchObject({ problem: { code: "NO_SUCH_SETTLEMENT" } });
});
