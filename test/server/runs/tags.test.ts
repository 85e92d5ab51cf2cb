import { beforeAll, beforeEach, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import type { Session } from "@/lib/server/session";
import { createTag, deleteTag, tagMerchants } from "@/lib/server/tags/tags";

import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { startScriptedKlarna } from "../harness/scripted-klarna";
import { make, plant, results, sessionOf, work } from "./stage";

withDesk(startScriptedKlarna);

let omar: Session;
beforeAll(async () => {
  omar = sessionOf(await signedIn("operations"));
});
let from = 0;
beforeEach(() => {
  from += 1_000;
});

const tagged = async (name: string) => (await createTag("test", `${name} ${from}`, "blue", omar)).id;
const gone = expect.stringMatching(/deleted since/);

test("a merchant whose worker gave the tag and died before saying so is done; one that had it before is left out, however often it was its turn", async () => {
  const [given = "", before = ""] = await plant([from, from + 1]);
  const tag = await tagged("Seasonal");
  await tagMerchants({ environment: "test", accountIds: [before], add: [tag], remove: [], by: omar });
  const id = await make(omar, [given, before], { act: "tag", tags: [tag] });
  await tagMerchants({ environment: "test", accountIds: [given], add: [tag], remove: [], by: omar, run: id });
  await query("UPDATE run_rows SET state = 'taken', takes = 1, lease_until = now() - interval '1 second' WHERE run_id = $1", [id]);
  await work();
  expect(await results(id)).toMatchObject([
    { state: "done", said: null },
    { state: "left-out", said: "It has this already." },
  ]);
});

test("of a tag that was deleted after the run was made nobody says that a merchant has it", async () => {
  const accounts = await plant([from]);
  const [stays, goes] = [await tagged("Stays"), await tagged("Goes")];
  const one = await make(omar, accounts, { act: "tag", tags: [goes] });
  const both = await make(omar, accounts, { act: "tag", tags: [stays, goes] });
  await deleteTag("test", goes, omar);
  await work();
  expect(await results(one)).toMatchObject([{ state: "left-out", said: gone }]);
  expect(await results(both)).toMatchObject([{ state: "done", said: gone }]);
});
