import { expect, test, vi } from "vitest";

import { together } from "@/lib/server/together";

test("what is asked in one turn is asked together, and each gets its own answer", async () => {
  const ask = vi.fn(async (keys: readonly string[]) => new Map(keys.map((key) => [key, `${key}!`])));
  const askOne = together(ask);
  expect(await Promise.all([askOne("a"), askOne("b"), askOne("a")])).toEqual(["a!", "b!", "a!"]);
  expect(ask.mock.calls).toEqual([[["a", "b"]]]);
});

test("nothing is answered by what was asked before it came", async () => {
  let revoked = false;
  const askOne = together(async (keys: readonly string[]) => {
    const answer = new Map(revoked ? [] : keys.map((key) => [key, "alive"]));
    await new Promise((resolve) => setImmediate(resolve));
    return answer;
  });
  const before = askOne("session");
  await new Promise((resolve) => setImmediate(resolve));
  revoked = true;
  expect(await askOne("session")).toBeUndefined();
  expect(await before).toBe("alive");
});

test("a fault reaches everybody who asked, and the next question is asked anew", async () => {
  const ask = vi.fn(async (keys: readonly string[]) => new Map(keys.map((key) => [key, true])));
  ask.mockRejectedValueOnce(new Error("the database went away"));
  const askOne = together(ask);
  expect((await Promise.allSettled([askOne("a"), askOne("b")])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await askOne("a")).toBe(true);
});
