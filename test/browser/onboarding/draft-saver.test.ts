import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { DraftSaver } from "@/components/operation/draft-saver";

import { type Desk, deskWith, refuse } from "./draft-desk";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is typed", () => {
  it("is saved once, a moment after the last key", async () => {
    const { desk, saver, type } = start();
    type("a");
    await vi.advanceTimersByTimeAsync(400);
    type("ab");
    await vi.advanceTimersByTimeAsync(400);
    expect(desk.saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.saved).toEqual([{ version: 1, content: "ab" }]);
    expect(saver.saving()).toMatchObject({ kind: "saved" });
    expect(saver.isSaved()).toBe(true);
  });

  it("while a save is under way is saved after it, over the new version", async () => {
    const { desk, saver, type } = start();
    const answer = desk.hold();
    type("first");
    await vi.advanceTimersByTimeAsync(700);
    type("second");
    await vi.advanceTimersByTimeAsync(700);
    expect(desk.saved).toHaveLength(1);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.saved.at(-1)).toEqual({ version: 2, content: "second" });
    expect(saver.isSaved()).toBe(true);
  });

  it("is kept and tried again by itself, less and less often, until the desk takes it", async () => {
    const { desk, saver, type } = start();
    desk.fails = () => refuse(503, "UNAVAILABLE");
    type("kept");
    await vi.advanceTimersByTimeAsync(700);
    expect(saver.saving()).toMatchObject({ kind: "failed", problem: { status: 503 } });
    expect(saver.isSaved()).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.tries).toBeGreaterThan(3);
    expect(desk.tries).toBeLessThan(10);
    desk.fails = undefined;
    const answer = desk.hold();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(saver.saving().kind, "while it is tried again").toBe("failed");
    expect(saver.isTrying()).toBe(true);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.isTrying()).toBe(false);
    expect(desk.content).toBe("kept");
    expect(saver.saving().kind).toBe("saved");
  });
});

describe("when somebody saved meanwhile", () => {
  it("nothing is overwritten until the person says so", async () => {
    const { desk, saver, type } = start();
    desk.saveElsewhere("theirs");
    type("mine");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.content).toBe("theirs");
    expect(saver.saving().kind).toBe("changed");
    await saver.keepMine();
    expect(desk.content).toBe("mine");
    expect(saver.isSaved()).toBe(true);
  });

  it("theirs can be taken instead", async () => {
    const { desk, saver, type } = start();
    desk.saveElsewhere("theirs");
    type("mine");
    await vi.advanceTimersByTimeAsync(700);
    await saver.takeTheirs(({ content }) => type(String(content)));
    expect(saver.isSaved()).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.saved).toEqual([]);
  });

  it("and that was this page itself, whose answer was lost, it goes on", async () => {
    const { desk, saver, type } = start();
    desk.loseNextAnswer();
    type("once");
    await vi.advanceTimersByTimeAsync(700);
    expect(saver.saving().kind).toBe("failed");
    type("twice");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.content).toBe("twice");
    expect(saver.saving().kind).toBe("saved");
  });
});

it.each([
  ["signed-out", 401, "SIGNED_OUT"],
  ["gone", 404, "NO_SUCH_DRAFT"],
  ["locked", 409, "DRAFT_LOCKED"],
])("waits for a person when %s, and goes on where it stopped", async (kind, status, code) => {
  const { desk, saver, type } = start();
  desk.fails = () => refuse(status, code);
  type("kept");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saver.saving().kind).toBe(kind);
  expect(desk.tries).toBe(1);
  desk.fails = undefined;
  expect(await saver.resume()).toBe(true);
  expect(desk.content).toBe("kept");
});

function start(): { readonly desk: Desk; readonly saver: DraftSaver; readonly type: (text: string) => void } {
  const desk = deskWith("");
  let content = "";
  const saver = new DraftSaver(desk, () => content, desk.summary());
  return {
    desk,
    saver,
    type: (text) => {
      content = text;
      saver.changed();
    },
  };
}
