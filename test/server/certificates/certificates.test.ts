import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { POST as enter, GET as list, DELETE as remove } from "@/app/api/desk/certificates/route";
import type { CertificateList } from "@/lib/desk/certificate";
import { noteKeys } from "@/lib/server/credentials/own";
import { query } from "@/lib/server/db/client";

import { madeUpCertificates, pairAsPem, pem } from "../../klarna/made-up-certificates";
import { answered, ask, browserRequest, problemOf } from "../harness/ask";
import { logged } from "../harness/captured-log";
import { withDesk } from "../harness/desk";
import { startTestEmulator, type TestEmulator } from "../harness/emulator";
import { type SignedIn, signedIn } from "../harness/people";
import { auditAfter, everyTable, latestAudit, wholeTable } from "../harness/rows";

const { partner, markup, ended } = madeUpCertificates;
const [partnersSerial, markupsSerial] = ["2C8A1053F979D1E8C96A3A9357AE7D1E", "6F01D2B84C3E5A7790B1E4D8C2F6A355"];
const folder = mkdtempSync(path.join(tmpdir(), "desk-certificate-"));
const files = { KLARNA_LIVE_MTLS_CERT_FILE: path.join(folder, "own.pem"), KLARNA_LIVE_MTLS_KEY_FILE: path.join(folder, "own.key") };
const own = pairAsPem();
writeFileSync(files.KLARNA_LIVE_MTLS_CERT_FILE, own.certificate);
writeFileSync(files.KLARNA_LIVE_MTLS_KEY_FILE, own.key);

let emulator: TestEmulator;
let admin: SignedIn;
withDesk(
  async () => {
    emulator = await startTestEmulator({ seed: 1 });
    return emulator;
  },
  // Nobody asks for the key over plain HTTP.
  files,
);
beforeAll(async () => {
  admin = await signedIn("admin");
});
beforeEach(async () => {
  for (const table of ["certificates", "key_holders"]) await query(`DELETE FROM ${table}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const door = "/api/desk/certificates";
const listed = async (environment = "test") =>
  ((await answered(await list(browserRequest(door, "GET", { cookie: admin.cookie, search: { environment } })))).body as CertificateList).certificates;
const enters = async (certificates: readonly string[], environment = "test") =>
  answered(await enter(browserRequest(door, "POST", { cookie: admin.cookie, body: { environment, certificates } })));
const removes = async (fingerprint: string, environment = "test") =>
  answered(await remove(browserRequest(door, "DELETE", { cookie: admin.cookie, search: { environment, fingerprint } })));
const revokes = async (certificate_serial_number: string, revoked_from: string, environment = "test") =>
  ask("certificates.revoke", {
    cookie: admin.cookie,
    environment,
    search: { certificate_serial_number },
    body: { revoked_from },
    attempt: crypto.randomUUID(),
  });

describe("an inventory", () => {
  test("takes a bundle, each certificate once, as text whatever it says, and says who entered it", async () => {
    const before = await latestAudit();
    expect((await enters([partner, markup, partner])).body).toEqual({ added: 2, known: 0 });
    expect((await enters([ended, markup])).body).toEqual({ added: 1, known: 1 });
    const [first, second, third] = await listed();
    expect(first).toMatchObject({ subject: "CN=ENDED001", serial_number: "01AB", valid_to: expect.stringMatching(/^2020-01-01T00:00:00/) });
    expect([second, third].map((one) => one?.serial_number).sort()).toEqual([partnersSerial, markupsSerial]);
    const odd = [second, third].find((one) => one?.serial_number === markupsSerial);
    expect(odd).toMatchObject({
      subject: expect.stringContaining('<b>Blom"ster</b>'),
      issuer: "CN=Made-up Authority",
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ added_by: "admin 1", processes: 0, revoked_from: null },
    });
    expect(await listed("live")).toEqual([]);
    expect((await auditAfter(before)).map(({ kind }) => kind)).toEqual(["certificates-added", "certificates-added"]);
  });

  test("refuses a private key by its place among the others, and keeps nothing of it or of them", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    const secret = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
    const answer = await enters([markup, secret]);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).fields).toEqual([{ path: "certificates.1", message: expect.stringContaining("private key") }]);
    // Also inside of what isn't DER.
    const wrapped = await enters([Buffer.from(`${pem("markup")}${privateKey.export({ format: "pem", type: "pkcs8" })}`).toString("base64")]);
    expect(wrapped.status).toBe(400);
    expect(await listed()).toEqual([]);
    const inside = secret.slice(40, 80);
    for (const table of await everyTable()) expect(await wholeTable(table), table).not.toContain(inside);
    expect(logged.join()).not.toContain(inside);
    expect(JSON.stringify([answer.body, wrapped.body])).not.toContain(inside);
  });

  test("refuses what is damaged, too long or nothing", async () => {
    const damaged = `${partner.slice(0, 200)}AAAA${partner.slice(204)}`;
    for (const odd of [[], ["AA=="], [damaged.slice(0, 100)], ["x".repeat(20_001)], Array(101).fill(partner)]) {
      const answer = await enters(odd);
      expect([answer.status, problemOf(answer).fields.length > 0], JSON.stringify(odd).slice(0, 40)).toEqual([400, true]);
    }
    expect(await listed()).toEqual([]);
  });

  test("lets go of a certificate, and notes it", async () => {
    await enters([markup]);
    const [one] = await listed();
    const before = await latestAudit();
    expect((await removes(one?.fingerprint ?? "")).status).toBe(204);
    expect((await removes(one?.fingerprint ?? "")).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual([["certificate-removed", { serial_number: markupsSerial }]]);
  });
});

describe("a revocation", () => {
  test("is learned with its moment and its person; what Klarna refuses lands on its field", async () => {
    await enters([markup]);
    expect((await revokes(markupsSerial, "2999-01-01T00:00:00Z")).status).toBe(200);
    expect(await listed()).toMatchObject([{ revoked_from: expect.stringMatching(/^2999-01-01T00:00:00/), revoked_by: "admin 1" }]);
    expect((await revokes(markupsSerial, "2020-01-01T00:00:00Z")).status).toBe(200);
    expect(await listed()).toMatchObject([{ revoked_from: expect.stringMatching(/^2020-01-01/) }]);
    const again = await revokes(markupsSerial, "2020-01-01T00:00:00Z");
    expect([again.status, problemOf(again).fields.map(({ path }) => path)]).toEqual([400, ["certificate_serial_number"]]);
    const odd = await revokes(markupsSerial, "tomorrow");
    expect([odd.status, problemOf(odd).fields.map(({ path }) => path)]).toEqual([400, ["revoked_from"]]);
  });

  test("of what the desk itself shows Klarna is refused before Klarna is asked, however its number is written", async () => {
    await noteKeys();
    const [own] = await listed("live");
    expect(own).toMatchObject({ serial_number: partnersSerial, processes: 1, added_by: null });
    const before = await latestAudit();
    const { received } = await emulator.count("certificates.revoke");
    for (const written of [partnersSerial, partnersSerial.toLowerCase(), `00${partnersSerial}`]) {
      const answer = await revokes(written, "2999-01-01T00:00:00Z", "live");
      expect([answer.status, problemOf(answer).code], written).toEqual([409, "OWN_CERTIFICATE"]);
    }
    expect((await emulator.count("certificates.revoke")).received).toBe(received);
    expect((await auditAfter(before)).map(({ kind, detail }) => [kind, detail])).toEqual(Array(3).fill(["refused", { code: "OWN_CERTIFICATE" }]));
    expect(problemOf(await removes(own?.fingerprint ?? "", "live")).code).toBe("OWN_CERTIFICATE");
    // In the other environment the desk shows none.
    await enters([partner]);
    expect((await revokes(partnersSerial, "2999-01-01T00:00:00Z")).status).toBe(200);
  });

  test("is refused while any process of the desk shows the certificate, and so is taking it out", async () => {
    await enters([markup]);
    const [one] = await listed();
    await query("INSERT INTO key_holders (process_id, environment, key_mark, certificate, seen_at) VALUES (gen_random_uuid(), 'test', '\\x00', $1, now())", [
      one?.fingerprint,
    ]);
    expect(problemOf(await revokes(markupsSerial, "2999-01-01T00:00:00Z")).code).toBe("OWN_CERTIFICATE");
    expect(problemOf(await removes(one?.fingerprint ?? "")).code).toBe("OWN_CERTIFICATE");
    await query("UPDATE key_holders SET seen_at = now() - interval '10 minutes'");
    expect(problemOf(await revokes(markupsSerial, "2999-01-01T00:00:00Z")).code).not.toBe("OWN_CERTIFICATE");
    expect((await removes(one?.fingerprint ?? "")).status).toBe(204);
  });
});
