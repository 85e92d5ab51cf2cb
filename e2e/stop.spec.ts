import { randomUUID } from "node:crypto";
import { type Agent, request } from "node:http";

import { onboard } from "./stage/merchant";
import { newPerson, sessionCookie } from "./stage/person";
import { expect, test } from "./stage/story";

test.use({ alone: "stop" });

interface Heard {
  readonly status: number;
  readonly body: string;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("The desk is told to stop in the middle of a change: nobody else is let in, the change is answered and settled, and then it ends", async ({
  own,
  klarna,
  somebody,
}) => {
  const merchant = await onboard(await somebody("operations"));
  const stateOf = () => own.query<{ state: string }>("SELECT state FROM merchants WHERE account_id = $1", [merchant.account_id]);
  await expect.poll(stateOf, "what is being set up takes no change").toEqual([{ state: "OPERATIONAL" }]);
  const { name, value } = await sessionCookie(own, await newPerson(own, "operations"));
  const attempt = randomUUID();
  const { hostname, port } = new URL(own.deskUrl);
  const send = (method: string, path: string, { agent, body }: { readonly agent?: Agent; readonly body?: object } = {}) =>
    new Promise<Heard>((resolve, reject) => {
      const headers = { cookie: `${name}=${value}`, "sec-fetch-site": "same-origin", "x-attempt": attempt };
      const asking = request({ hostname, port, method, path, headers, ...(agent && { agent }) }, async (response) => {
        const text = (await response.setEncoding("utf8").toArray()).join("");
        resolve({ status: response.statusCode ?? 0, body: text });
      });
      asking.on("error", reject);
      asking.end(body && JSON.stringify(body));
    });

  await klarna.break("bankAccounts.create", "slow", { times: 1, ms: 2_500 });
  const before = await klarna.received("bankAccounts.create");
  const path = `/api/klarna/test/bankAccounts.create?account_id=${encodeURIComponent(merchant.account_id)}`;
  const iban = { bank_account_type: "IBAN", account_holder: "Åkerbär Handel AB", bic: "NDEASESSXXX", iban: "SE4550000000058398257466" };
  const changing = send("POST", path, { body: iban });
  await expect.poll(() => klarna.received("bankAccounts.create")).toBe(before + 1);
  process.kill(own.deskPid, "SIGTERM");
  await expect
    .poll(() =>
      send("GET", "/api/health/live").then(
        ({ status }) => String(status),
        (error: NodeJS.ErrnoException) => error.code,
      ),
    )
    .toBe("ECONNREFUSED");
  expect(isRunning(own.deskPid)).toBe(true);

  const answer = await changing;
  expect(answer.status, answer.body).toBe(200);
  await expect.poll(() => isRunning(own.deskPid)).toBe(false);
  const rows = await own.query("SELECT state, tries FROM operations WHERE attempt = $1", [attempt]);
  expect(rows).toEqual([{ state: "confirmed", tries: 1 }]);
  const noted = await own.query("SELECT kind FROM audit_entries WHERE operation_id = (SELECT id FROM operations WHERE attempt = $1) ORDER BY id", [attempt]);
  expect(noted).toEqual([{ kind: "operation-sent" }, { kind: "operation-confirmed" }]);
  expect(await klarna.received("bankAccounts.create")).toBe(before + 1);
});
