import { beforeAll, beforeEach, expect, test } from "vitest";

import { GET as plan } from "@/app/api/desk/programs/plan/route";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import { query } from "@/lib/server/db/client";

import { type Answered, answered, browserRequest, problemOf } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
let cookie: string;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});
beforeAll(async () => {
  cookie = (await signedIn("support")).cookie;
});
beforeEach(async () => {
  klarna.received.length = 0;
  await query("DELETE FROM program_names");
});

const id = "krn:partner:global:payment:program:plan:1";
const line = (index: number) => ({
  ...{ payment_program_id: `krn:program:${index % 2}`, merchant_category_code: "5712", customer_country: "SE", currency: "SEK" },
  enablement_type: index % 2 === 0 ? "PRESET" : "OPTIONAL",
});
const asks = (search: Readonly<Record<string, string>> = {}) =>
  browserRequest("/api/desk/programs/plan", "GET", { cookie, search: { environment: "test", payment_program_plan_id: id, ...search } });
const askPlan = async (search: Readonly<Record<string, string>> = {}): Promise<Answered> => answered(await plan(asks(search)));
const planCalls = () => klarna.received.filter(({ path }) => path.includes("payment-program-plans"));

/** A Klarna with a plan of some pages, by the cursor that it gives out; programs are called by their ids. */
function has(
  pages: Readonly<Record<string, { readonly payment_programs: unknown; readonly next?: string; readonly version?: number }>>,
  mostSize = 1_000,
): void {
  klarna.script = ({ path }) => {
    const url = new URL(path, "http://klarna");
    if (!path.includes("payment-program-plans")) {
      const program = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
      return { body: JSON.stringify({ payment_program_id: program, payment_program_name: `Program ${program.slice(-1)}` }) };
    }
    if (Number(url.searchParams.get("size") ?? 0) > mostSize)
      return { status: 400, body: JSON.stringify({ error_code: "INVALID_REQUEST", validation_errors: [{ parameter: "size", reason: "too large" }] }) };
    const page = pages[url.searchParams.get("starting_after") ?? ""];
    return {
      body: JSON.stringify({
        payment_program_plan_id: id,
        version: page?.version ?? 2,
        payment_programs: page?.payment_programs,
        pagination: { last_item: page?.next ?? null },
      }),
    };
  };
}

test("a plan is read to its last page and laid out as a matrix, with the names of what is in it", async () => {
  has({ "": { payment_programs: [line(0)], next: "one" }, one: { payment_programs: [line(1)] } });
  const { status, body } = await askPlan({ version: "2" });
  expect(status).toBe(200);
  expect(body as ProgramPlan).toMatchObject({
    version: 2,
    matrix: {
      programs: ["krn:program:0", "krn:program:1"],
      rows: [{ merchant_category_code: "5712", customer_country: "SE", currency: "SEK", types: ["PRESET", "OPTIONAL"] }],
    },
    names: { "krn:program:0": "Program 0", "krn:program:1": "Program 1" },
    categories: { "5712": expect.any(String) },
  });
  expect(planCalls().map(({ path }) => new URL(path, "http://klarna").searchParams.get("version"))).toEqual(["2", "2"]);
});

test("names that the desk has heard of today aren't asked for again, and one that can't be read is left out", async () => {
  has({ "": { payment_programs: [line(0), line(1)] } });
  const { script } = klarna;
  klarna.script = (request, response) => (request.path.endsWith("program:1") ? { status: 404, body: "{}" } : script(request, response));
  expect(((await askPlan()).body as ProgramPlan).names).toEqual({ "krn:program:0": "Program 0" });
  klarna.received.length = 0;
  await askPlan();
  expect(klarna.received.filter(({ path }) => path.includes("/payment-programs/")).map(({ path }) => path.slice(-9))).toEqual(["program:1"]);
});

test("where Klarna doesn't take the size of a page its own counts", async () => {
  has({ "": { payment_programs: [line(0)], next: "one" }, one: { payment_programs: [line(1)] } }, 100);
  expect(((await askPlan()).body as ProgramPlan).matrix.programs).toHaveLength(2);
  expect(planCalls()).toHaveLength(3);
});

test("a plan whose pages lead back to each other is refused instead of read for ever", async () => {
  has({ "": { payment_programs: [line(0)], next: "one" }, one: { payment_programs: [line(1)], next: "one" } });
  const answer = await askPlan();
  expect([answer.status, problemOf(answer).code]).toEqual([502, "UNREADABLE_ANSWER"]);
  expect(planCalls()).toHaveLength(2);
});

test("whatever stands in a plan, what can be read is shown", async () => {
  has({ "": { payment_programs: [null, 7, {}, { payment_program_id: 3 }, { payment_program_id: "krn:program:0", customer_country: null }] } });
  expect(((await askPlan()).body as ProgramPlan).matrix.rows).toEqual([{ merchant_category_code: "", customer_country: "", currency: "", types: [""] }]);
  has({ "": { payment_programs: "none" } });
  expect(((await askPlan()).body as ProgramPlan).matrix).toEqual({ programs: [], rows: [] });
});

test("what names no plan, or no version, is refused before Klarna is asked", async () => {
  for (const search of [{ payment_program_plan_id: "../accounts" }, { version: "two" }, { version: "-1" }, { environment: "both" }, { more: "1" }])
    expect([search, (await askPlan(search)).status]).toEqual([search, 400]);
  expect(klarna.received).toEqual([]);
});

test("a plan is of one version, or of none: one that comes into force between two pages isn't mixed with the one before", async () => {
  has({ "": { payment_programs: [line(0)], next: "one" }, one: { payment_programs: [line(1)], version: 3 } });
  const answer = await askPlan();
  expect(problemOf(answer)).toMatchObject({ status: 409, code: "PLAN_CHANGED", message: expect.stringContaining("program plan changed while it was read") });
});
