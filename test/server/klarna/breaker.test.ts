import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { ProblemError } from "@/lib/klarna/problem";
import { query } from "@/lib/server/db/client";
import type { Answer } from "@/lib/server/klarna/answer";
import { Breaker, breakerOf, keptBack } from "@/lib/server/klarna/breaker";
import { pulseOf } from "@/lib/server/klarna/pulse";
import { repeatUnknown } from "@/lib/server/operations/repeat-unknown";

import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(
  async () => {
    klarna = await startScriptedKlarna();
    return klarna;
  },
  { DESK_TIME_SCALE: "1" },
);

const problem = new ProblemError({ status: 504, code: "NO_ANSWER", message: "" });
const silence: Answer = { kind: "unclear", problem, unsent: false, slow: false };
const answers = {
  silence,
  patience: { ...silence, slow: true },
  fault: { ...silence, status: 503 },
  yes: { kind: "yes", status: 200, body: {} },
  no: { kind: "no", status: 404, problem },
  odd: { ...silence, status: 200 },
  ourOwnRate: { kind: "no", status: 429, problem: new ProblemError({ status: 429, code: "RATE_USED_UP", message: "" }) },
} as const satisfies Record<string, Answer>;

describe("the breaker", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  const told = (...given: readonly Answer[]) => {
    const breaker = new Breaker();
    for (const answer of given) breaker.learn(answer);
    return breaker;
  };
  const eight = Array<Answer>(8).fill(answers.silence);

  test("opens after eight failures in a row, or two that took all our patience", () => {
    expect(told(...eight.slice(1)).state()).toBe("closed");
    expect(told(...eight).state()).toBe("open");
    expect(told(...Array<Answer>(8).fill(answers.fault)).admits()).toBe(false);
    expect(told(answers.patience).state()).toBe("closed");
    expect(told(answers.patience, answers.patience).state()).toBe("open");
  });

  test("any word of Klarna's begins the count anew; a turn that didn't come says nothing", () => {
    for (const word of [answers.yes, answers.no, answers.odd]) expect(told(...eight.slice(1), word, answers.silence).state()).toBe("closed");
    expect(told(...eight.slice(1), answers.ourOwnRate, answers.silence).state()).toBe("open");
  });

  test("lets one request through after its rest: a yes closes it, another failure makes it rest twice as long, half a minute at most", () => {
    const breaker = told(...eight);
    for (const seconds of [5, 10, 20, 30, 30]) {
      vi.advanceTimersByTime(seconds * 1_000 - 1);
      expect([breaker.state(), breaker.admits()]).toEqual(["open", false]);
      vi.advanceTimersByTime(1);
      expect([breaker.state(), breaker.admits(), breaker.admits(), breaker.state()]).toEqual(["probing", true, false, "probing"]);
      breaker.learn(answers.fault);
    }
    vi.advanceTimersByTime(30_000);
    expect(breaker.admits()).toBe(true);
    breaker.learn(answers.ourOwnRate);
    expect(breaker.admits(), "a probe that was never sent leaves the way free").toBe(true);
    breaker.learn(answers.yes);
    expect([breaker.state(), breaker.admits(), breaker.admits()]).toEqual(["closed", true, true]);
    for (const answer of eight) breaker.learn(answer);
    vi.advanceTimersByTime(5_000);
    expect(breaker.admits(), "its rests begin anew").toBe(true);
  });

  test("what was under way when it opened doesn't make it rest longer", () => {
    const breaker = told(...eight, ...eight, ...eight);
    vi.advanceTimersByTime(5_000);
    expect(breaker.admits()).toBe(true);
  });
});

describe("while Klarna is silent", () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = (await signedIn("operations")).cookie;
  });
  const read = () => ask("accounts.get", { cookie, search: idsFor("accounts.get") });
  const create = (attempt: string) => ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
  const silent = () => {
    klarna.script = (_, response) => void response.destroy();
  };
  const back = () => {
    klarna.script = ({ method }) => ({ body: method === "POST" ? '{"bank_account_id":"b"}' : '{"account_id":"krn:partner:global:account:test:LWT2XJSE"}' });
  };
  const openIt = () => {
    for (let count = 0; count < 8; count += 1) breakerOf("test").learn(answers.silence);
    expect(breakerOf("test").state()).toBe("open");
  };
  const closeIt = () => breakerOf("test").learn(answers.yes);

  test("reads find that out, and from then on hear so at once, in our words, and Klarna is left alone", async () => {
    silent();
    for (let count = 0; count < 3; count += 1) expect((await read()).status).toBe(504);
    expect(breakerOf("test").state()).toBe("open");
    const heard = klarna.received.length;
    const answer = await read();
    expect([answer.status, problemOf(answer).code]).toEqual([503, "KLARNA_UNREACHABLE"]);
    expect(klarna.received.length).toBe(heard);
    expect(pulseOf("test")).toMatchObject({ calls: heard, failures: heard, answeredAgo: null });
    expect(breakerOf("live").state(), "the other environment's").toBe("closed");
    closeIt();
    back();
    expect((await read()).status).toBe(200);
    expect(pulseOf("test").answeredAgo).not.toBeNull();
  });

  test("a change that is kept back wasn't sent: it is no unknown, and goes through afterwards as the same change", async () => {
    back();
    openIt();
    klarna.received.length = 0;
    const attempt = crypto.randomUUID();
    const refused = await create(attempt);
    expect([refused.status, problemOf(refused).code]).toEqual([503, "KLARNA_UNREACHABLE"]);
    expect(klarna.received).toEqual([]);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "rejected", body: null }]);
    closeIt();
    expect((await create(attempt)).status).toBe(200);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", tries: 2 }]);
    expect(klarna.received).toHaveLength(1);
  });

  test("a change that may have been done stays unknown however often it is kept back, and is settled with its key afterwards", async () => {
    silent();
    const attempt = crypto.randomUUID();
    klarna.received.length = 0;
    expect((await create(attempt)).status).toBe(504);
    openIt();
    expect(problemOf(await create(attempt)).code).toBe("OUTCOME_UNKNOWN");
    await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1", [attempt]);
    await repeatUnknown();
    expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown", body: expect.any(Buffer) }]);
    closeIt();
    back();
    await query("UPDATE operations SET next_try_at = now() WHERE attempt = $1", [attempt]);
    await repeatUnknown();
    expect(await operationsOf(attempt)).toMatchObject([{ state: "confirmed", body: null }]);
    expect(new Set(klarna.received.map(({ headers }) => headers["klarna-idempotency-key"])).size).toBe(1);
  });

  test("a try that may have been done isn't forgotten because the next was kept back", async () => {
    closeIt();
    for (let count = 0; count < 7; count += 1) breakerOf("test").learn(answers.silence);
    silent();
    const attempt = crypto.randomUUID();
    expect(problemOf(await create(attempt)).code).toBe("OUTCOME_UNKNOWN");
    expect(keptBack()).toMatchObject({ unsent: true });
    expect(await operationsOf(attempt)).toMatchObject([{ state: "unknown" }]);
    closeIt();
  });
});
