import { beforeAll, expect, test } from "vitest";

import { POST as palette } from "@/app/api/desk/palette/route";
import type { PaletteFound } from "@/lib/desk/palette";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";

withDesk(noKlarna);

let finn: SignedIn;
beforeAll(async () => {
  finn = await signedIn("finance");
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, account_reference, state)
     VALUES ('test', 'krn:a:1', 'Skönhet AB', 'S-1', 'OPERATIONAL'), ('test', 'krn:a:2', 'Blomster', 'B-1', 'DISABLED'), ('live', 'krn:a:3', 'Skönhet LIVE', 'S-2', NULL)`,
  );
});

const ask = async (body: object, cookie: string | undefined = finn.cookie) =>
  answered(await palette(browserRequest("/api/desk/palette", "POST", { cookie, body })));

test("anybody who may read merchants finds them by a misspelt name, in the environment that is worked in", async () => {
  expect((await ask({ environment: "test", text: "skonhet" })).body).toEqual({
    merchants: [{ account_id: "krn:a:1", account_name: "Skönhet AB", account_reference: "S-1", state: "OPERATIONAL" }],
    money: [],
  });
});

test("ids are told by name in their order; what the desk doesn't know is left out", async () => {
  const { body } = await ask({ environment: "test", ids: ["krn:a:2", "krn:a:9", "krn:a:1", "krn:a:3"] });
  expect((body as PaletteFound).merchants.map(({ account_name }) => account_name)).toEqual(["Blomster", "Skönhet AB"]);
});

test("nothing asked, nothing found; too much is refused; nobody signed in finds nothing", async () => {
  expect((await ask({ environment: "test" })).body).toEqual({ merchants: [], money: [] });
  expect((await ask({ environment: "test", text: "x".repeat(10_001) })).status).toBe(400);
  expect((await ask({ environment: "test", ids: Array(9).fill("krn:a:1") })).status).toBe(400);
  expect((await ask({ environment: "test", text: "%_\\' OR 1=1 \u202E🌷" })).status).toBe(200);
  expect((await ask({ environment: "test", text: "x" }, "")).status).toBe(401);
});
