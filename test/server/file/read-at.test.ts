import { expect, test } from "vitest";

import { databaseTime } from "@/lib/server/db/clock";

import { withDesk } from "../harness/desk";
import { AtFile } from "../harness/file-desk";
import { signedIn } from "../harness/people";
import { type ScriptedKlarna, startScriptedKlarna } from "../harness/scripted-klarna";

let klarna: ScriptedKlarna;
withDesk(async () => {
  klarna = await startScriptedKlarna();
  return klarna;
});

const account_id = "krn:partner:global:account:test:SL0WREAD";

test("a file is as old as the question: what is confirmed while Klarna answers may not be in it, and is newer", async () => {
  let answer = () => undefined as void;
  klarna.script = (_, response) => {
    answer = () => void response.end(JSON.stringify({ account_id }));
  };
  const reading = new AtFile((await signedIn("support")).cookie, account_id).read();
  await expect.poll(() => klarna.received).toHaveLength(1);
  const meanwhile = await databaseTime();
  answer();
  expect(Date.parse((await reading).read_at)).toBeLessThanOrEqual(meanwhile.getTime());
});
