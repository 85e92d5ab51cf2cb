import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";

import { certificatesIn, shapeOf } from "@/lib/desk/certificate-file";

import { madeUpCertificates, pem } from "./made-up-certificates";

const { partner, markup, ended } = madeUpCertificates;
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("certificates are taken", () => {
  test.each([
    ["a PEM", pem("partner"), [partner]],
    ["a bundle of several, with words around them", `subject=CN = x\n${pem("partner")}\n# Ærø\n${pem("markup")}${pem("ended")}`, [partner, markup, ended]],
    ["a PEM with Windows' line ends and an indent", pem("partner").replaceAll("\n", "\r\n  "), [partner]],
    ["a PEM of old", pem("partner").replaceAll("CERTIFICATE", "X509 CERTIFICATE"), [partner]],
    ["a PEM as a file", utf8(pem("markup")), [markup]],
    ["a DER file", bytes(partner), [partner]],
    ["a DER in base64", `${markup.slice(0, 40)}\n${markup.slice(40)}`, [markup]],
  ])("from %s", (_, given, certificates) => {
    expect(certificatesIn(given)).toEqual({ certificates });
  });
});

// Made at this moment, and gone after it.
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const { privateKey: rsa, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
const sealed = { format: "pem", type: "pkcs8", cipher: "aes-256-cbc", passphrase: "made up" } as const;
const der = (type: "pkcs8" | "sec1") => privateKey.export({ format: "der", type });

describe("a private key is refused", () => {
  test.each([
    ["PKCS#8", privateKey.export({ format: "pem", type: "pkcs8" })],
    ["SEC 1", privateKey.export({ format: "pem", type: "sec1" })],
    ["PKCS#1", rsa.export({ format: "pem", type: "pkcs1" })],
    ["encrypted", rsa.export(sealed)],
    ["of OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----"],
    ["of PuTTY", "PuTTY-User-Key-File-3: ecdsa-sha2-nistp256"],
    ["beside its certificate", `${pem("partner")}${privateKey.export({ format: "pem", type: "pkcs8" })}`],
    ["in what is larger than any bundle", `${"x".repeat(600_000)}\n${privateKey.export({ format: "pem", type: "pkcs8" })}`],
    ["cut off in the middle", `${pem("partner")}-----BEGIN EC PRIVATE KEY-----\nMHcCAQ`],
    ["under a certificate's name", `-----BEGIN CERTIFICATE-----\n${der("pkcs8").toString("base64")}\n-----END CERTIFICATE-----`],
    ["beside a certificate, under its name", `${pem("partner")}-----BEGIN CERTIFICATE-----\n${der("sec1").toString("base64")}\n-----END CERTIFICATE-----`],
    ["PKCS#8 as a file", new Uint8Array(der("pkcs8"))],
    ["SEC 1 as a file", new Uint8Array(der("sec1"))],
    ["PKCS#1 as a file", new Uint8Array(rsa.export({ format: "der", type: "pkcs1" }))],
    ["encrypted, as a file", new Uint8Array(rsa.export({ ...sealed, format: "der" }))],
    ["in base64 alone", der("pkcs8").toString("base64")],
    // As every PKCS#12 begins: its version, which is 3, and what it holds.
    ["PKCS#12", new Uint8Array([0x30, 0x07, 0x02, 0x01, 0x03, 0x30, 0x02, 0x05, 0x00])],
  ])("%s", (_, given) => {
    expect(certificatesIn(given as string | Uint8Array)).toEqual({ fault: "private-key" });
  });
});

describe("nothing is taken from", () => {
  test.each([
    ["nothing", ""],
    ["words", "a certificate"],
    ["a PEM without an end", pem("partner").slice(0, -20)],
    ["an empty block", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"],
    ["a block of nonsense", "-----BEGIN CERTIFICATE-----\nYWJj\n-----END CERTIFICATE-----"],
    ["a bundle with one that is damaged", `${pem("partner")}-----BEGIN CERTIFICATE-----\n${partner.slice(0, 80)}\n-----END CERTIFICATE-----`],
    ["a certificate and more after it", bytes(`${partner.slice(0, -4)}${Buffer.from("abcdef").toString("base64")}`)],
    ["a public key", publicKey.export({ format: "pem", type: "spki" })],
    ["a public key as a file", new Uint8Array(publicKey.export({ format: "der", type: "spki" }))],
    ["a length that never ends", new Uint8Array([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30])],
    ["a length of lengths", new Uint8Array([0x30, 0xff, 0x30])],
    ["one byte", new Uint8Array([0x30])],
    ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ])("%s", (_, given) => {
    expect(certificatesIn(given as string | Uint8Array)).toEqual({ fault: "no-certificate" });
  });

  test("what is larger than any bundle", () => {
    expect(certificatesIn("x".repeat(600_000))).toEqual({ fault: "too-large" });
  });
});

test("a shape is told from how the bytes begin, and they must end where it ends", () => {
  const text = Buffer.from(partner, "base64").toString("latin1");
  expect(shapeOf(text)).toBe("certificate");
  expect(shapeOf(`${text}x`)).toBe("other");
  expect(shapeOf(text.slice(0, -1))).toBe("other");
});
