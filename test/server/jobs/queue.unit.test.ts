import type PgBoss from "pg-boss";
import { expect, test } from "vitest";

import { ensureQueue } from "@/lib/server/jobs/queue";

test("two processes that make a queue at once and lock each other out both have it: whom the database ends tries again", async () => {
  const answers = [Object.assign(new Error("deadlock detected"), { code: "40P01" }), undefined];
  expect(await made("twins", answers)).toBe(2);
});

test("any other fault in making a queue is one, and the next who needs it tries anew", async () => {
  await expect(made("faulty", [Object.assign(new Error("no space left"), { code: "53100" })])).rejects.toThrow("no space left");
  expect(await made("faulty", [undefined])).toBe(1);
});

/** Makes a queue with a database that answers so, and says how often it was asked. */
async function made(name: string, answers: readonly (Error | undefined)[]): Promise<number> {
  let asked = 0;
  const createQueue = async () => {
    const answer = answers[asked];
    asked += 1;
    if (answer) throw answer;
  };
  await ensureQueue({ createQueue } as unknown as PgBoss, { name, title: "Made up", retries: 1, permission: "merchants:write", run: async () => undefined });
  return asked;
}
