import { afterEach, expect, test, vi } from "vitest";

import { query } from "@/lib/server/db/client";
import { Membership } from "@/lib/server/klarna/membership";
import { rateStandings } from "@/lib/server/klarna/standings";

import { noKlarna, withDesk } from "../harness/desk";

withDesk(noKlarna);

const members: Membership[] = [];
/** A process with a share of its own in a lane that allows so many a second. */
function join(id: string, limit: number): Membership {
  const member = new Membership("test", "management", [limit, 0], id);
  members.push(member);
  return member;
}
afterEach(async () => {
  vi.restoreAllMocks();
  for (const member of members.splice(0)) member.stop();
  await query("DELETE FROM rate_budgets");
});

/** A Klarna that counts by its own seconds, and refuses what is too much in one. */
function counter(limit: number) {
  const counts = new Map<number, number>();
  return {
    take: () => {
      const second = Math.floor(Date.now() / 1_000);
      const count = (counts.get(second) ?? 0) + 1;
      counts.set(second, count);
      return count <= limit;
    },
    counts,
  };
}

interface Log {
  ok: number;
  refused: number[];
}

/** Calls as often as its turn comes, as a job with so many readers does. */
async function hurry(member: Membership, klarna: ReturnType<typeof counter>, until: number, log: Log, learns = true): Promise<void> {
  const reader = async () => {
    while (Date.now() < until) {
      if (!(await member.turn(undefined, "background", 2_000))) continue;
      if (klarna.take()) log.ok += 1;
      else {
        log.refused.push(Date.now());
        if (learns) member.refused(1_000);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, reader));
}

test("two processes share a limit without exceeding it, and leave little of it", async () => {
  const klarna = counter(60);
  const log: Log = { ok: 0, refused: [] };
  const both = [join("a", 60), join("b", 60)];
  for (const member of [...both, ...both, ...both]) await member.beat();
  await Promise.all(both.map((member) => hurry(member, klarna, Date.now() + 5_000, log, false)));
  expect(log.refused.length).toBeLessThanOrEqual(2);
  expect(log.ok).toBeGreaterThanOrEqual(220);
});

test("the negative control: two that don't share exceed it at once", async () => {
  const klarna = counter(60);
  const log: Log = { ok: 0, refused: [] };
  const one = join("a", 60);
  await one.beat();
  const other = new Membership("live", "management", [60, 0], "b");
  members.push(other);
  await other.beat();
  await Promise.all([one, other].map((member) => hurry(member, klarna, Date.now() + 1_500, log, false)));
  expect(log.refused.length).toBeGreaterThan(20);
});

test("a lower limit that nobody declared is learned from refusals within three seconds, by the other process too", async () => {
  const klarna = counter(20);
  const log: Log = { ok: 0, refused: [] };
  const both = [join("a", 60), join("b", 60)];
  for (const member of [...both, ...both, ...both]) await member.beat();
  const began = Date.now();
  await Promise.all(both.map((member) => hurry(member, klarna, began + 7_000, log)));
  const late = log.refused.filter((at) => at > began + 3_000);
  expect(late.length).toBeLessThanOrEqual(4);
  const [standing] = await rateStandings();
  expect(standing).toMatchObject({ limit: 60, processes: 2 });
  expect(standing?.allowed).toBeLessThanOrEqual(24);
  expect(standing?.shared).toBeLessThanOrEqual(24);
});

test("a refusal by a matter of milliseconds takes one request a second from all together, however many share", async () => {
  const both = [join("a", 60), join("b", 60)];
  for (const member of [...both, ...both, ...both]) await member.beat();
  const [one] = both;
  for (let turns = 0; turns < 30; turns += 1) await one?.turn(undefined, "interactive", 1_000);
  one?.refused(1_000);
  await one?.beat();
  expect((await rateStandings())[0]).toMatchObject({ limit: 60, allowed: 59 });
});

test("two refusals shortly after each other are still a matter of milliseconds; a third says that the limit is another", async () => {
  const one = join("a", 60);
  const refusedOnce = async () => {
    for (let turns = 0; turns < 60 && one.lane.want().used < 56; turns += 1) await one.turn(undefined, "interactive", 1_500);
    one.refused(1_000);
    await one.beat();
    return (await rateStandings())[0]?.allowed;
  };
  await one.beat();
  const heldBack = () => one.lane.isHeldBack();
  expect(await refusedOnce()).toBe(59);
  await expect.poll(heldBack).toBe(false);
  expect(await refusedOnce()).toBe(58);
  await expect.poll(heldBack).toBe(false);
  expect(await refusedOnce()).toBeLessThanOrEqual(42);
});

test("what one process learns of the limit reaches the other", async () => {
  const [one, other] = [join("a", 10), join("b", 10)];
  await one.beat();
  await other.beat();
  one.learn(100, 30);
  for (const member of [one, other, one, other]) await member.beat();
  expect(one.lane.share + other.lane.share).toBe(100);
});

test("many that speak at once never take more than there is", async () => {
  const all = Array.from({ length: 8 }, (_, index) => join(`p${index}`, 40));
  for (let times = 0; times < 3; times += 1) await Promise.all(all.map((member) => member.beat()));
  expect(all.reduce((sum, { lane }) => sum + lane.share, 0)).toBe(40);
});

test("who was silent begins with little, until it has asked again", async () => {
  const one = join("a", 40);
  await one.beat();
  expect(one.lane.share).toBe(40);
  one.stop();
  const other = join("b", 40);
  await other.beat();
  await query("UPDATE rate_budgets SET budget = jsonb_set(budget, '{members}', (budget->'members') - 'a'::text), version = version + 1");
  await other.beat();
  expect(other.lane.share).toBe(40);
  const now = performance.now();
  vi.spyOn(performance, "now").mockImplementation(() => now + 6_100);
  void one.turn(undefined, "interactive", 100);
  expect(one.lane.share).toBeLessThanOrEqual(1);
});
