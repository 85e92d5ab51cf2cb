import { expect, test } from "vitest";

import { readEnv } from "@/lib/server/env";

import { madeUpSettings } from "../harness/settings";

const right = { ...madeUpSettings, DATABASE_URL: "postgres://desk:secret-word@127.0.0.1:5432/desk" };
const faultsOf = (settings: Readonly<Record<string, string | undefined>>): string => {
  try {
    readEnv(settings);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

test("right settings are read: environments with their addresses, keys and signing secrets", () => {
  const { klarna, DESK_TIME_SCALE } = readEnv(right);
  expect(DESK_TIME_SCALE).toBe(0.05);
  expect([...klarna.keys()]).toEqual(["test", "live"]);
  expect(klarna.get("test")).toMatchObject({ url: "https://api-global.test.klarna.com", apiKey: "klarna_test_api_emulator" });
  expect(klarna.get("live")?.url).toBe("https://api-global.klarna.com");
  expect([...(klarna.get("test")?.webhookKeys ?? [])]).toEqual([
    ["old-key", "the-old-signing-secret"],
    ["new-key", "the-new-signing-secret"],
  ]);
});

test("one environment is enough, and an address alone is none", () => {
  const { KLARNA_LIVE_API_KEY: _, KLARNA_LIVE_WEBHOOK_KEYS: __, ...testOnly } = right;
  expect([...readEnv(testOnly).klarna.keys()]).toEqual(["test"]);
  expect([...readEnv({ ...testOnly, KLARNA_LIVE_URL: "https://klarna.example", KLARNA_LIVE_API_KEY: "" }).klarna.keys()]).toEqual(["test"]);
  const { KLARNA_TEST_API_KEY: ___, KLARNA_TEST_WEBHOOK_KEYS: ____, ...none } = testOnly;
  expect(faultsOf(none)).toContain("at least one environment");
});

test("every fault is listed at once, by its variable", () => {
  const faults = faultsOf({
    DATABASE_URL: "mysql://x",
    DESK_URL: "desk",
    DESK_SIGN_IN_SECRET: "short",
    DESK_DATA_KEY: "k1:short",
    DESK_TIME_SCALE: "fast",
    KLARNA_TEST_API_KEY: "x",
    KLARNA_TEST_URL: "nowhere",
    KLARNA_TEST_WEBHOOK_KEYS: "no equals sign",
    KLARNA_TEST_MTLS_CERT_FILE: "/no/such/file",
    KLARNA_LIVE_WEBHOOK_KEYS: "a=b",
  });
  for (const name of ["DATABASE_URL", "DESK_URL", "DESK_SIGN_IN_SECRET", "DESK_DATA_KEY", "DESK_TIME_SCALE"]) expect(faults).toContain(`- ${name} `);
  for (const name of ["TEST_API_KEY", "TEST_URL", "TEST_WEBHOOK_KEYS", "TEST_MTLS_CERT_FILE", "LIVE_API_KEY"]) expect(faults).toContain(`- KLARNA_${name} `);
});

test("what is missing is called missing", () => {
  const faults = faultsOf({});
  for (const name of ["DATABASE_URL", "DESK_URL", "DESK_SIGN_IN_SECRET", "DESK_DATA_KEY"]) expect(faults).toContain(`${name} is missing`);
  expect(faultsOf({ ...right, DESK_DATA_KEY: "" })).toContain("DESK_DATA_KEY is missing");
});

test("a key of one environment is refused in the place of the other", () => {
  expect(faultsOf({ ...right, KLARNA_TEST_API_KEY: "klarna_live_api_abc" })).toMatch(/- KLARNA_TEST_API_KEY .*TEST environment/i);
  expect(faultsOf({ ...right, KLARNA_LIVE_API_KEY: "klarna_test_api_abc" })).toMatch(/- KLARNA_LIVE_API_KEY .*LIVE environment/i);
  expect(faultsOf(right)).toBe("");
});

test("a certificate needs its key, and the other way round", () => {
  expect(faultsOf({ ...right, KLARNA_TEST_MTLS_CERT_FILE: import.meta.filename })).toContain("go together");
  expect(faultsOf({ ...right, KLARNA_TEST_MTLS_KEY_FILE: import.meta.filename })).toContain("go together");
});

test("no fault quotes a value: it may be a secret in the wrong place", () => {
  const secret = "Canaria-Singvogel";
  for (const name of [...Object.keys(right), "KLARNA_TEST_URL", "KLARNA_LIVE_MTLS_CERT_FILE"]) {
    for (const value of [secret, `klarna_live_api_${secret}`, `k1:${secret}`, `https:/${secret}`, `a=${secret} b`]) {
      expect(faultsOf({ ...right, [name]: value })).not.toContain(secret);
    }
  }
});
