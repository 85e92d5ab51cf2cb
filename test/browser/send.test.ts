import { afterEach, describe, expect, it, vi } from "vitest";

import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

afterEach(() => vi.unstubAllGlobals());

const lost = () => Promise.reject(new TypeError("Failed to fetch"));
const page = (status: number) => () => Promise.resolve(new Response("<h1>Somebody else's page</h1>", { status }));
const says = (status: number, code: string) => () => Promise.resolve(Response.json({ status, code, message: "As the desk says it.", fields: [] }, { status }));

async function problemOf(answer: () => Promise<Response>, sending: Parameters<typeof send>[1]): Promise<Problem> {
  vi.stubGlobal("fetch", answer);
  return send("/api/desk/things", sending).then(
    () => expect.fail("it went through"),
    (error: unknown) => ProblemError.of(error).problem,
  );
}

describe("a change", () => {
  const look = /^The desk's answer didn't arrive, so it isn't known whether this was done\. Look whether it is there before asking again\.$/;

  it.each([
    ["whose answer never came", lost],
    ["for which something in between answered that it failed", page(504)],
    ["whose yes nobody can read", page(200)],
  ])("%s may have been done: nobody says that it wasn't", async (_how, answer) => {
    expect(await problemOf(answer, { method: "POST", body: {} })).toMatchObject({ unclear: true, message: expect.stringMatching(look) });
  });

  it("that broke the desk may have been done", async () => {
    const problem = await problemOf(says(500, "UNEXPECTED"), { method: "DELETE" });
    expect(problem).toMatchObject({ unclear: true, message: expect.stringMatching(/^Something went wrong in the desk and was logged, so it isn't known/) });
  });

  it.each(["OUTCOME_UNKNOWN", "IN_FLIGHT", "PERHAPS_RECORDED"])("of which the desk says %s may have been done, in the desk's own words", async (code) => {
    expect(await problemOf(says(409, code), { method: "PUT" })).toMatchObject({ unclear: true, message: "As the desk says it." });
  });

  it("with a name of its own may be asked for again: it is done once", async () => {
    expect((await problemOf(lost, { method: "POST", attempt: "a1" })).message).toMatch(/however often it is asked, it is done once\.$/);
  });

  it.each([
    ["the desk", says(422, "REFUSED")],
    ["something in between", page(413)],
  ])("that %s refused wasn't done", async (_who, answer) => {
    expect((await problemOf(answer, { method: "POST" })).unclear).toBeUndefined();
  });
});

describe("a change that is asked for twice", () => {
  const asked = (body: object, sending: object = {}) => send("/api/desk/things", { method: "POST", body, ...sending });

  it("at once, as by a double click, is made once, and both get its answer", async () => {
    const door = vi.fn(async () => Response.json({ id: "made" }));
    vi.stubGlobal("fetch", door);
    expect(await Promise.all([asked({ name: "A" }), asked({ name: "A" })])).toEqual([{ id: "made" }, { id: "made" }]);
    expect(door).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["another body", { name: "B" }, {}],
    ["another name of its own", { name: "A" }, { attempt: "a2" }],
    ["another file", { name: "A" }, { file: new File([], "lines.csv") }],
  ])("is another one with %s", async (_what, body, sending) => {
    const door = vi.fn(async () => Response.json({}));
    vi.stubGlobal("fetch", door);
    await Promise.all([asked({ name: "A" }), asked(body, sending)]);
    expect(door).toHaveBeenCalledTimes(2);
  });

  it("is made again once it was answered, and where another change was asked for between", async () => {
    const door = vi.fn(async () => Response.json({}));
    vi.stubGlobal("fetch", door);
    await asked({ pinned: true });
    await Promise.all([asked({ pinned: true }), asked({ pinned: false }), asked({ pinned: true })]);
    expect(door).toHaveBeenCalledTimes(4);
  });
});

describe("a question", () => {
  it.each([
    ["as an address", {}],
    ["in a body", { method: "POST", repeatable: true } as const],
  ])("asked %s that nobody answered changed nothing", async (_how, sending) => {
    const problem = await problemOf(lost, sending);
    expect(problem).toMatchObject({ code: "UNREACHABLE", message: expect.stringMatching(/^The desk can't be reached/) });
    expect(problem.unclear).toBeUndefined();
  });

  it("whose answer can't be read isn't answered", async () => {
    expect(await problemOf(page(200), {})).toMatchObject({ status: 502, code: "UNREADABLE" });
  });
});
