import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { readEnv } from "@/lib/server/env";

import { madeUpCertificates, pairAsPem, pem } from "../../klarna/made-up-certificates";
import { madeUpSettings } from "../harness/settings";

const folder = mkdtempSync(path.join(tmpdir(), "desk-pair-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer): string => {
  const named = path.join(folder, name);
  writeFileSync(named, content);
  return named;
};

const right = { ...madeUpSettings, DATABASE_URL: "postgres://desk@127.0.0.1:5432/desk" };
const pair = pairAsPem();
const [cert, key] = [file("right.pem", pair.certificate), file("right.key", pair.key)];
const faultsWith = (certFile: string | undefined, keyFile: string | undefined, more: Readonly<Record<string, string>> = {}): string => {
  try {
    readEnv({ ...right, KLARNA_TEST_MTLS_CERT_FILE: certFile, KLARNA_TEST_MTLS_KEY_FILE: keyFile, ...more });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

test("a certificate and its key are taken", () => {
  expect(faultsWith(cert, key)).toBe("");
});

test("a certificate needs its key, and the other way round", () => {
  expect(faultsWith(cert, undefined)).toContain("KLARNA_TEST_MTLS_CERT_FILE and KLARNA_TEST_MTLS_KEY_FILE go together");
  expect(faultsWith(undefined, key)).toContain("go together");
});

const locked = generateKeyPairSync("ec", {
  namedCurve: "prime256v1",
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "made up" },
});

test.each([
  ["a file that isn't there", path.join(folder, "none"), key, "CERT_FILE names a file that doesn't exist"],
  ["a key that isn't there", cert, path.join(folder, "none"), "KEY_FILE names a file that doesn't exist"],
  ["a folder", folder, key, "CERT_FILE names a folder"],
  [
    "garbage",
    file("garbage.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    key,
    "CERT_FILE names a file that holds no certificate in PEM",
  ],
  ["DER, which TLS doesn't take", file("der.cer", Buffer.from(madeUpCertificates.partner, "base64")), key, "holds no certificate in PEM"],
  ["a certificate for a key", cert, cert, "KEY_FILE names a file that holds no private key in PEM"],
  ["a key with a password", cert, file("locked.key", locked.privateKey), "KEY_FILE names a file that holds no private key in PEM, or one with a password"],
  ["another's key", file("other.pem", pem("partner")), key, "KEY_FILE names a key that doesn't belong to the certificate of KLARNA_TEST_MTLS_CERT_FILE"],
])("at the start %s is refused by its variable, without what is in it", (_, certFile, keyFile, words) => {
  const faults = faultsWith(certFile, keyFile);
  expect(faults).toContain(words);
  for (const secret of [folder, pair.key.slice(30, 60)]) expect(faults).not.toContain(secret);
});

test("what is wrong with the two is listed beside what else is wrong with their environment", () => {
  const faults = faultsWith(folder, undefined, { KLARNA_TEST_API_KEY: "x", KLARNA_TEST_URL: "nowhere" });
  for (const words of ["KLARNA_TEST_API_KEY ", "KLARNA_TEST_URL ", "go together", "KLARNA_TEST_MTLS_CERT_FILE names a folder"]) expect(faults).toContain(words);
});
