import { describe, expect, test, vi } from "vitest";

import { together } from "@/lib/server/together";

const exclaimed = async (items: readonly string[]) => items.map((item) => `${item}!`);
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe("What is asked together", () => {
  test("goes together when it comes in one turn, and each gets its own answer", async () => {
    const ask = vi.fn(exclaimed);
    const askOne = together(ask);
    expect(await Promise.all([askOne("a"), askOne("b"), askOne("a")])).toEqual(["a!", "b!", "a!"]);
    expect(ask.mock.calls).toEqual([[["a", "b", "a"]]]);
  });

  test("gathers while the statement before is under way", async () => {
    const begun: (readonly string[])[] = [];
    let answer: (() => void) | undefined;
    const askOne = together(async (items: readonly string[]) => {
      begun.push(items);
      if (begun.length === 1)
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return exclaimed(items);
    });
    const first = askOne("a");
    await nextTurn();
    const rest = [askOne("b"), askOne("c")];
    await nextTurn();
    expect(begun).toEqual([["a"]]);
    answer?.();
    expect(await Promise.all([first, ...rest])).toEqual(["a!", "b!", "c!"]);
    expect(begun).toEqual([["a"], ["b", "c"]]);
  });

  test("doesn't wait for ever for a statement that hangs", async () => {
    const askOne = together((items: readonly string[]) => (items.includes("hangs") ? new Promise<never>(() => undefined) : exclaimed(items)));
    void askOne("hangs");
    await nextTurn();
    expect(await askOne("b")).toBe("b!");
  });

  test("is never answered by what was asked before it came", async () => {
    let revoked = false;
    const askOne = together(async (keys: readonly string[]) => {
      const answers = keys.map(() => (revoked ? undefined : "alive"));
      await nextTurn();
      return answers;
    });
    const before = askOne("session");
    await nextTurn();
    revoked = true;
    expect(await askOne("session")).toBeUndefined();
    expect(await before).toBe("alive");
  });

  test("suffers no fault of another's: each is then asked by itself", async () => {
    const askOne = together(async (items: readonly string[]) => {
      if (items.includes("bad")) throw new Error("not to be stored");
      return exclaimed(items);
    });
    const [good, bad] = await Promise.allSettled([askOne("good"), askOne("bad")]);
    expect([good.status, bad.status]).toEqual(["fulfilled", "rejected"]);
  });

  test("isn't asked again when the database went away: it may have heard", async () => {
    const ask = vi.fn(exclaimed);
    ask.mockRejectedValueOnce(Object.assign(new Error("gone"), { code: "ECONNRESET" }));
    const askOne = together(ask);
    expect((await Promise.allSettled([askOne("a"), askOne("b")])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(await askOne("a")).toBe("a!");
  });
});
