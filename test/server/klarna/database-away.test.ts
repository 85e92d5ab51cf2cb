import { afterEach, beforeAll, expect, test, vi } from "vitest";

import { closeDatabase } from "@/lib/server/db/client";
import { memberLease } from "@/lib/server/klarna/budget";
import { Membership } from "@/lib/server/klarna/membership";

import { noKlarna, withDesk } from "../harness/desk";
import { type SeverableDatabase, severableDatabase } from "../harness/severable-database";

withDesk(noKlarna);

let database: SeverableDatabase;
beforeAll(async () => {
  database = await severableDatabase(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = database.url;
  return async () => {
    await closeDatabase();
    await database.stop();
  };
});
afterEach(() => {
  vi.useRealTimers();
});

test("with the database away each process goes on with its last share, for as long as it takes, and has its part again afterwards", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const [one, other] = ["a", "b"].map((id) => new Membership("test", "management", [40, 0], id)) as [Membership, Membership];
  const bothSpeak = async () => {
    for (const member of [one, other, one, other]) await member.beat();
  };
  await bothSpeak();
  const shares = () => [one.lane.share, other.lane.share];
  expect(shares()).toEqual([20, 20]);

  database.cut();
  await bothSpeak();
  vi.advanceTimersByTime(2 * memberLease);
  const turns = await Promise.all([one, other].flatMap((member) => Array.from({ length: 10 }, () => member.turn(undefined, "interactive", 100))));
  expect(turns).not.toContain(false);
  expect(shares()).toEqual([20, 20]);

  await database.mend();
  await bothSpeak();
  expect(shares()).toEqual([20, 20]);
  for (const member of [one, other]) member.stop();
});
