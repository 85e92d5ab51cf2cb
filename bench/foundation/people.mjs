import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** Nobody walks away from what they have begun because the last process was killed just now. */
const mostLate = 40;

/**
 * What people ask of Klarna through the desk, each change by a name of its own that its effect carries: people are added to merchants and merchants
 * are onboarded. They behave as people do: what was refused is asked for again, what is unknown is left to the desk.
 */
export async function makeChanges({ deskUrl, emulatorUrl, env, cookie, emulator }) {
  const accounts = (await emulator("GET", "accounts?environment=test")).filter(({ state }) => state === "OPERATIONAL");
  const klarna = async (path) => (await fetch(`${emulatorUrl}${path}`, { headers: { authorization: `Basic ${env.KLARNA_TEST_API_KEY}` } })).json();
  const [{ distribution_profile_id }] = await klarna("/v2/distribution/products/payment/profiles");
  const run = randomUUID().slice(0, 8);
  const asked = [];
  return { ask, asked, effects };

  /** Asks for the next change until the desk takes it or says that it will find out; once all is over, a few more times. */
  async function ask(isOver = () => false) {
    const change = changeOf(asked.length);
    asked.push(change);
    for (let again = 0, late = 0; late < mostLate && !change.left; again++) {
      if (isOver()) late += 1;
      if (again > 0) await sleep(Math.min(50 * again, 500));
      change.said = await send(change);
      change.acknowledged = change.said === 200 || change.said === "ALREADY_DONE";
      change.left = change.acknowledged || change.said === "OUTCOME_UNKNOWN" || change.said === "IN_FLIGHT";
    }
  }

  function changeOf(number) {
    const name = `Change ${run} ${number}`;
    const common = { name, attempt: randomUUID() };
    if (number % 10 === 9) {
      const products = [{ type: "PAYMENT", distribution_profile_id, merchant_category_code: "5719" }];
      const body = { account_reference: name, account_name: name, account_owner: { email: "owner@merchant.example" }, channel: {}, products };
      return { ...common, path: "/api/klarna/test/accounts.onboard", body };
    }
    const { account_id } = accounts[number % accounts.length];
    const body = { given_name: name, family_name: "Made-Up", roles: ["OWNER"] };
    return { ...common, path: `/api/klarna/test/stakeholders.create?${new URLSearchParams({ account_id })}`, body };
  }

  /** 200, or the code of the refusal, or that nobody answered. */
  async function send({ path, attempt, body }) {
    const headers = { cookie, "content-type": "application/json", "x-attempt": attempt };
    try {
      const response = await fetch(`${deskUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
      const answer = await response.json();
      return response.ok ? 200 : (answer.code ?? response.status);
    } catch {
      return "nobody answered";
    }
  }

  /** How often Klarna has done each change, by its name, as Klarna itself tells. */
  async function effects() {
    const done = new Map();
    const count = (name) => name?.startsWith(`Change ${run} `) && done.set(name, (done.get(name) ?? 0) + 1);
    for (const { account_id } of accounts) {
      const people = await klarna(`/v2/accounts/${encodeURIComponent(account_id)}/extra-account-data/beneficiary-information/stakeholders`);
      for (const { given_name } of people) count(given_name);
    }
    for (const { account_reference } of await emulator("GET", "accounts?environment=test")) count(account_reference);
    return done;
  }
}

/** How changes and their effects agree: what was done more than once, what wasn't done, and what nobody has settled. */
export async function compare({ asked, effects }, query) {
  const done = await effects();
  const lost = asked.filter(({ name }) => !done.has(name));
  for (const { path, said } of lost.slice(0, 5)) process.stderr.write(`not done: ${path.split("?")[0]}, ${said}\n`);
  const [{ stuck }] = await query("SELECT count(*)::int AS stuck FROM operations WHERE state IN ('sent', 'unknown')");
  return {
    effects: [...done.values()].reduce((sum, count) => sum + count, 0),
    doubled: [...done.values()].filter((count) => count > 1).length,
    lost: lost.length,
    stuck,
  };
}

/** Waits until nothing is unsettled any more, or nothing has been settled for so long. */
export async function untilSettled(query, patience) {
  let before = Number.POSITIVE_INFINITY;
  for (let last = performance.now(); performance.now() - last < patience; await sleep(100)) {
    const [{ left }] = await query("SELECT count(*)::int AS left FROM operations WHERE state IN ('sent', 'unknown')");
    if (left === 0) return;
    if (left < before) last = performance.now();
    before = left;
  }
}
