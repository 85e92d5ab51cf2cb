import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

import { pairAsPem } from "../../klarna/made-up-certificates";
import { ask, problemOf } from "../harness/ask";
import { bankAccountBody } from "../harness/bank-account";
import { idsFor } from "../harness/calls";
import { calm } from "../harness/calm";
import { withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";
import { operationsOf } from "../harness/rows";
import { startScriptedKlarna } from "../harness/scripted-klarna";

const folder = mkdtempSync(path.join(tmpdir(), "desk-pair-"));
const [cert, key] = [path.join(folder, "own.pem"), path.join(folder, "own.key")];
const pair = pairAsPem();
writeFileSync(cert, pair.certificate);
writeFileSync(key, pair.key);

// Klarna under an address of TLS: the certificate is looked at for no other.
withDesk(
  async () => {
    const klarna = await startScriptedKlarna();
    return { ...klarna, url: klarna.url.replace("http:", "https:") };
  },
  { KLARNA_TEST_MTLS_CERT_FILE: cert, KLARNA_TEST_MTLS_KEY_FILE: key },
);

let cookie: string;
beforeAll(async () => {
  cookie = (await signedIn("admin")).cookie;
  env();
  rmSync(folder, { recursive: true });
});

const create = async () => {
  calm();
  const attempt = crypto.randomUUID();
  const answer = await ask("bankAccounts.create", { cookie, attempt, body: bankAccountBody(0), search: idsFor("bankAccounts.create") });
  return { answer: [answer.status, problemOf(answer).code], rows: await operationsOf(attempt) };
};

/** Of a change of which no byte left it is certain that it wasn't done. */
const unsent = { answer: [503, "KLARNA_UNREACHABLE"], rows: [{ state: "rejected" }] };

test("a change for which the desk couldn't read its own certificate was surely not done", async () => {
  expect(await create()).toMatchObject(unsent);
});

test("nor one for which TLS couldn't use it", async () => {
  const kept = globalThis as { deskCertificates?: Map<string, object> };
  kept.deskCertificates = new Map([
    ["test", { cert: Buffer.from("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), key: Buffer.from(pair.key) }],
  ]);
  expect(await create()).toMatchObject(unsent);
});

test("nor one for which the account's pace couldn't be asked of the database", async () => {
  await query("ALTER TABLE update_paces RENAME TO update_paces_away");
  const attempt = crypto.randomUUID();
  calm();
  const search = idsFor("paymentProducts.enable");
  try {
    expect((await ask("paymentProducts.enable", { cookie, attempt, search })).status).toBe(503);
    expect(await operationsOf(attempt)).toMatchObject([{ state: "rejected" }]);
  } finally {
    await query("ALTER TABLE update_paces_away RENAME TO update_paces");
  }
});
