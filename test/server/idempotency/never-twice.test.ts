import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask } from "../harness/ask";
import { bankAccountBody, refusedBankAccount } from "../harness/bank-account";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";

let emulator: TestEmulator;
withDesk(
  async () => {
    emulator = await startTestEmulator();
    return emulator;
  },
  { DESK_TIME_SCALE: "0.02" },
);

let cookies: readonly string[];
let account_id: string;
beforeAll(async () => {
  cookies = [(await signedIn("operations")).cookie, (await signedIn("admin")).cookie];
  account_id = await emulator.merchant();
});

/** One thing that happens to a form between its opening and its end. */
type Step =
  | { readonly kind: "click"; readonly person: number; readonly body: number; readonly times: number }
  | { readonly kind: "fault"; readonly fault: string; readonly times: number }
  | { readonly kind: "heal" | "repeat" | "process dies" };

const bodies = [bankAccountBody(0), bankAccountBody(1), refusedBankAccount];
const click = fc.record({ kind: fc.constant("click" as const), person: fc.nat(1), body: fc.nat(2), times: fc.integer({ min: 1, max: 3 }) });
const fault = fc.record({
  kind: fc.constant("fault" as const),
  fault: fc.constantFrom("cut-after", "500-after", "half", "garbage", "cut-before", "500", "503"),
  times: fc.integer({ min: 1, max: 7 }),
});
const other = fc.record({ kind: fc.constantFrom("heal" as const, "repeat" as const, "process dies" as const) });
const story: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: click }, { weight: 3, arbitrary: fault }, { weight: 3, arbitrary: other }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

async function take(step: Step, attempt: string): Promise<void> {
  if (step.kind === "fault") return emulator.fault("bankAccounts.create", step.fault, step.times);
  if (step.kind === "heal") return emulator.heal();
  if (step.kind === "click") {
    const given = { cookie: cookies[step.person], attempt, body: bodies[step.body], search: { account_id } };
    await Promise.all(Array.from({ length: step.times }, () => ask("bankAccounts.create", given)));
    return;
  }
  if (step.kind === "process dies") {
    // It died between Klarna's answer and the desk's note of it: the body is still there, and the lease runs out.
    await query(
      "UPDATE operations SET state = 'sent', next_try_at = NULL, lease_until = now() - interval '1 second' WHERE attempt = $1 AND state = 'unknown'",
      [attempt],
    );
    return;
  }
  await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1 AND next_try_at IS NOT NULL", [attempt]);
  await repeatUnknown();
}

test("whatever is clicked, lost, repeated, reloaded and corrected: never two, and one once the desk says so", async () => {
  const ends = new Map<string | undefined, number>();
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      await emulator.heal();
      calm();
      const attempt = crypto.randomUUID();
      const before = (await emulator.count("bankAccounts.create")).effects;
      const effects = async () => (await emulator.count("bankAccounts.create")).effects - before;
      for (const step of steps) {
        await take(step, attempt);
        const [row] = await operationsOf(attempt);
        const made = await effects();
        expect(made).toBeLessThanOrEqual(1);
        if (row?.state === "confirmed") expect(made).toBe(1);
        if (row?.state === "rejected" || row === undefined) expect(made).toBe(0);
      }
      await emulator.heal();
      calm();
      await take({ kind: "repeat" }, attempt);
      const [row] = await operationsOf(attempt);
      ends.set(row?.state, (ends.get(row?.state) ?? 0) + 1);
      expect(["confirmed", "rejected", undefined]).toContain(row?.state);
      expect(await effects()).toBe(row?.state === "confirmed" ? 1 : 0);
    }),
    { numRuns: 60, seed: 20261123 },
  );
  // It would prove little if all stories ended alike.
  expect(ends.size).toBe(3);
});
