import { beforeAll, expect, test } from "vitest";

import { itemsIn, type Part, partIn, partKey } from "@/lib/klarna/file/parts";
import { canonical, type Values, valuesOf } from "@/lib/klarna/file/values";
import { query } from "@/lib/server/db/client";
import { stampOf } from "@/lib/server/file/stamps";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";
import { changedFields, changedParts, interleave, randomFrom, silentlyLost } from "../../../bench/file/interleave.mjs";
import { ask } from "../harness/ask";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { AtFile } from "../harness/file-desk";
import { signedIn } from "../harness/people";

// The bench `conflict`, small; and that it would notice if changes were lost.

let emulator: TestEmulator;
withDesk(async () => {
  emulator = await startTestEmulator();
  return emulator;
});

let cookies: readonly string[];
beforeAll(async () => {
  cookies = [(await signedIn("operations")).cookie, (await signedIn("admin")).cookie];
});

const business = { resource: "businessInformation" } as const;
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);

function valuesIn(account: unknown): Record<string, string> {
  const values = valuesOf("businessInformation", partIn(account, business));
  return Object.fromEntries(changedFields.map((name) => [name, String(values[name] ?? "")]));
}

test(`two people change the same merchant at random, lists and masked fields too, and no change is lost that nobody had seen (seed ${seed})`, {
  timeout: 60_000,
}, async () => {
  const account_id = await emulator.merchant();
  const first = async (resource: "websites" | "stakeholders", reader: AtFile) => ({ resource, id: itemsIn((await reader.read()).account, resource)[0]?.id });
  const reader = new AtFile(cookies[0] ?? "", account_id);
  const stakeholders = await first("stakeholders", reader);
  const place: Readonly<Record<string, Part>> = { businessInformation: business, websites: await first("websites", reader), stakeholders };
  const parts = { ...changedParts, stakeholders: ["date_of_birth"] };
  // Nobody sees a day of birth: two are told apart by their digests, and of those that were sent the day is known.
  const days = new Map<string, string>();
  const digestOf = (day: string) => stampOf(["test", account_id, partKey(stakeholders), "date_of_birth"], canonical(day));
  const known = (stamp = "") => days.get(stamp) ?? stamp;
  let round = 0;
  const people = await Promise.all(
    cookies.map(async (cookie) => {
      const person = new AtFile(cookie, account_id);
      await person.keep();
      return {
        read: async () => {
          const { account, stamps } = await person.read();
          const seen = Object.assign({}, ...Object.values(place).map((part) => valuesOf(part.resource, partIn(account, part)))) as Record<string, string>;
          seen.date_of_birth = known(stamps[partKey(stakeholders)]?.date_of_birth);
          return Object.fromEntries(Object.values(parts).flatMap((names) => names.map((name) => [name, String(seen[name] ?? "")])));
        },
        write: async (from: Record<string, string>, to: Record<string, string>, resource: keyof typeof parts) => {
          round += 1;
          const { date_of_birth: born = "" } = from;
          if (to.date_of_birth) days.set(digestOf(to.date_of_birth), to.date_of_birth);
          const stamps = resource === "stakeholders" ? { date_of_birth: [...days.values()].includes(born) ? digestOf(born) : born } : {};
          const own = Object.fromEntries(parts[resource].flatMap((name) => (name === "date_of_birth" ? [] : [[name, from[name] ?? ""]])));
          const change = { ...(place[resource] ?? business), act: "update", round, stamps, start: sendable(own), to: sendable(to) } as const;
          const { body } = await person.send(change);
          if (body.is === "conflict")
            return { conflicts: Object.fromEntries(body.conflicts.map(({ name, theirs, stamp }) => [name, stamp ? known(stamp) : String(theirs)])) };
          expect(["done", "as-wanted"]).toContain(body.is);
          return { done: true };
        },
      };
    }),
  );
  const start = await people[0]?.read();
  const { accepted, tries, made } = await interleave(people, { changes: 200, random: randomFrom(seed), parts });
  expect(tries).toBe(200);
  expect(made).toBeGreaterThan(100);
  for (const name of ["business_name", "urls", "date_of_birth"])
    expect(accepted.filter((one: { name: string }) => one.name === name).length, name).toBeGreaterThan(10);
  expect(silentlyLost(accepted, start, await people[0]?.read())).toBe(0);
});

test(`of two whose outcomes are often unknown, and who type on before they know them, neither loses a change (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const account_id = await emulator.merchant();
  const random = randomFrom(seed + 1);
  const drafts: { readonly name: string; readonly from: string | undefined; readonly to: string }[] = [];
  let rounds = 0;
  const anew = () => {
    rounds += 1;
    return rounds;
  };
  const people = await Promise.all(
    cookies.map(async (cookie) => {
      const person = new AtFile(cookie, account_id);
      await person.keep();
      // The round of what was sent, and was typed on while nobody knew what became of it.
      let open: number | undefined;
      const send = async (from: Values, to: Values, round: number) => {
        const change = { ...business, act: "update", round, stamps: {}, start: sendable(from), to: sendable(to) } as const;
        for (;;) {
          const answer = await person.send(change);
          if (answer.status === 200) return answer.body;
          expect([409, 504]).toContain(answer.status);
          await query("UPDATE operations SET next_try_at = now() WHERE state = 'unknown' AND account_id = $1", [account_id]);
          await repeatUnknown();
        }
      };
      return {
        read: async () => valuesIn((await person.read()).account),
        write: async (from: Record<string, string>, to: Record<string, string>) => {
          if (open === undefined && random() < 0.3) {
            open = anew();
            const draft = Object.fromEntries(Object.entries(to).map(([name, value]) => [name, `${value} begun ${open}`]));
            await emulator.fault("businessInformation.update", "500-after", 3);
            const sent = await send(from, draft, open);
            if (sent.is === "conflict") {
              // Nothing was sent, so there is nothing that was sent before.
              open = undefined;
              return { conflicts: Object.fromEntries(sent.conflicts.map(({ name, theirs }) => [name, theirs])) };
            }
            for (const [name, value] of Object.entries(draft)) drafts.push({ name, from: from[name], to: value });
            return { conflicts: draft };
          }
          let body = await send(from, to, open ?? anew());
          if (body.is === "sent-before" && open !== undefined) body = await send(from, to, anew());
          open = undefined;
          if (body.is === "conflict") return { conflicts: Object.fromEntries(body.conflicts.map(({ name, theirs }) => [name, theirs])) };
          // Under a round of its own nothing else was sent than this: it was done, and somebody has gone on from there since.
          expect(["done", "as-wanted", "sent-before"]).toContain(body.is);
          return { done: true };
        },
      };
    }),
  );
  const start = await people[0]?.read();
  // Chance decides how many become unknown, and the machine who is quicker: they go on until there were some.
  const { accepted } = await interleave(people, { changes: 40, random, enough: () => drafts.length > 3 });
  expect(silentlyLost([...accepted, ...drafts], start, await people[0]?.read())).toBe(0);
});

test("the negative control: of people who send what they saw without its being compared, changes are lost, and it is noticed", {
  timeout: 60_000,
}, async () => {
  const account_id = await emulator.merchant();
  const reader = new AtFile(cookies[0] ?? "", account_id);
  const read = async () => valuesIn((await reader.read()).account);
  const people = cookies.map((cookie) => ({
    read,
    write: async (from: Record<string, string>, to: Record<string, string>) => {
      const all = { ...from, ...to };
      const body = {
        business_name: all.business_name,
        tax_registration_number: all.tax_registration_number || "none",
        operating_address: { city: all["operating_address.city"], street_address: all["operating_address.street_address"] },
      };
      const send = () => ask("businessInformation.update", { cookie, attempt: crypto.randomUUID(), body, search: { account_id } });
      let answer = await send();
      // While the other's is under way theirs isn't taken: they press again.
      while (answer.status === 409) answer = await send();
      expect(answer.status).toBe(200);
      return { done: true };
    },
  }));
  const start = await read();
  const { accepted } = await interleave(people, { changes: 60, random: randomFrom(seed) });
  expect(silentlyLost(accepted, start, await read())).toBeGreaterThan(0);
});

/** What is empty isn't sent: it was never there. A list of addresses is typed as one text. */
function sendable(values: Values) {
  const filled = Object.entries(values).filter(([, value]) => value !== "");
  return Object.fromEntries(filled.map(([name, value]) => [name, name === "urls" ? String(value).split("\n") : value])) as Record<string, string>;
}
