import { expect, test } from "vitest";

import { PUT as confirm, POST as start } from "@/app/api/desk/second-factor/route";
import type { Enrolment } from "@/lib/desk/second-factor";
import { generator, hasSecondFactor } from "@/lib/server/auth/second-factor";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { auditAfter, latestAudit } from "../harness/rows";

withDesk(noKlarna);

test("a second factor doesn't count without its recovery codes and its entry in the log", async () => {
  const person = await signedIn("operations");
  const ask = async (door: (request: Request) => Promise<Response>, method: string, body: object) =>
    answered(await door(browserRequest("/api/desk/second-factor", method, { cookie: person.cookie, body })));
  const { key } = (await ask(start, "POST", {})).body as Enrolment;
  const before = await latestAudit();
  const code = generator(key).generate();

  await query("ALTER TABLE recovery_codes RENAME TO recovery_codes_away");
  expect((await ask(confirm, "PUT", { code })).status).toBe(500);
  await query("ALTER TABLE recovery_codes_away RENAME TO recovery_codes");
  expect([await hasSecondFactor(person.id), await auditAfter(before)]).toEqual([false, []]);

  expect(await ask(confirm, "PUT", { code })).toMatchObject({ status: 200, body: { recovery_codes: { length: 10 } } });
  expect([await hasSecondFactor(person.id), (await auditAfter(before)).map(({ kind }) => kind)]).toEqual([true, ["second-factor-added"]]);
});
