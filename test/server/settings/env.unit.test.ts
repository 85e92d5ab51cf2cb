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

test("a key with something around it or within it that no request could carry is refused", () => {
  for (const odd of ["\n", "\r", " ", "\t", "\u0000", "\u00e9", "\u2019"])
    for (const key of [`klarna_test_api_abc${odd}`, `klarna_test_api_a${odd}bc`])
      expect(faultsOf({ ...right, KLARNA_TEST_API_KEY: key })).toMatch(/- KLARNA_TEST_API_KEY has a space.+copy it once more/);
});

test("that an environment is missing is said beside whatever else is wrong", () => {
  expect(faultsOf({})).toContain("at least one environment");
  expect(faultsOf({ ...right, KLARNA_TEST_API_KEY: "x", KLARNA_LIVE_API_KEY: "x" })).not.toContain("at least one environment");
});

test("no fault quotes a value: it may be a secret in the wrong place", () => {
  const secret = "Canaria-Singvogel";
  for (const name of [...Object.keys(right), "KLARNA_TEST_URL", "KLARNA_LIVE_MTLS_CERT_FILE"]) {
    for (const value of [secret, `klarna_live_api_${secret}`, `k1:${secret}`, `https:/${secret}`, `a=${secret} b`]) {
      expect(faultsOf({ ...right, [name]: value })).not.toContain(secret);
    }
  }
});

const provider = { DESK_OIDC_ISSUER: "https://login.example/", DESK_OIDC_CLIENT_ID: "desk", DESK_OIDC_CLIENT_SECRET: "the-oidc-secret" };

test("without further settings people sign in with passwords, and single sign-on needs three", () => {
  expect(readEnv(right).signIn).toEqual({ passwords: true, secondFactorRoles: [], provider: undefined });
  expect(readEnv({ ...right, ...provider }).signIn.provider).toEqual({
    ...{ issuer: "https://login.example/", clientId: "desk", clientSecret: "the-oidc-secret", scopes: "openid email profile", algorithm: "RS256" },
    ...{ label: "single sign-on", roles: undefined, defaultRole: undefined, addsPeople: false, trustsEmail: false },
  });
  const faults = faultsOf({ ...right, DESK_OIDC_LABEL: "Nordlys" });
  for (const name of ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"]) expect(faults).toContain(`DESK_OIDC_${name} is missing`);
});

test("a provider's values become roles in the settings' order, whatever signs they hold", () => {
  const { provider: read } = readEnv({
    ...right,
    ...provider,
    DESK_OIDC_ROLE_CLAIM: "groups",
    DESK_OIDC_ROLES: "admin=CN=Admins,OU=Desk; admin=other admins ;support=help desk;",
    DESK_OIDC_DEFAULT_ROLE: "auditor",
    DESK_SECOND_FACTOR_ROLES: "admin, operations",
  }).signIn;
  expect(read?.roles?.map).toEqual([
    { role: "admin", value: "CN=Admins,OU=Desk" },
    { role: "admin", value: "other admins" },
    { role: "support", value: "help desk" },
  ]);
  expect(read?.defaultRole).toBe("auditor");
});

test.each([
  ["DESK_OIDC_ISSUER", "http://login.example", /begin with https/],
  ["DESK_OIDC_ISSUER", "login", /provider's address/],
  ["DESK_OIDC_SCOPES", "email profile", /openid among them/],
  ["DESK_OIDC_ROLES", "king=all", /role that there isn't/],
  ["DESK_OIDC_ROLES", "admin", /list of role=value/],
  ["DESK_OIDC_ROLE_CLAIM", "groups", /go together/],
  ["DESK_OIDC_DEFAULT_ROLE", "king", /role that there isn/],
  ["DESK_OIDC_ADD_PEOPLE", "yes", /which role new people have/],
  ["DESK_OIDC_ADD_PEOPLE", "perhaps", /yes or no/],
  ["DESK_OIDC_TRUST_EMAIL", "true", /yes or no/],
  ["DESK_OIDC_ALGORITHM", "none", /RS256/],
  ["DESK_PASSWORDS", "no", /on or off/],
  ["DESK_SECOND_FACTOR_ROLES", "admin,king", /role that there isn/],
])("%s can't be %s", (name, value, words) => {
  expect(faultsOf({ ...right, ...provider, [name]: value })).toMatch(words);
  expect(faultsOf({ ...right, ...provider, [name]: value })).not.toContain("the-oidc-secret");
});

test("passwords can't be off while nobody could sign in otherwise; on this machine a provider may be without https", () => {
  expect(faultsOf({ ...right, DESK_PASSWORDS: "off" })).toContain("nobody could sign in");
  expect(readEnv({ ...right, ...provider, DESK_OIDC_ISSUER: "http://localhost:4000", DESK_PASSWORDS: "off" }).signIn.passwords).toBe(false);
});
