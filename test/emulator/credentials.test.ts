import { describe, expect, it } from "vitest";

import { emulated } from "./setup/emulator";

const all = "/v2/account/credentials";

describe("a credential", () => {
  it("shows its key once, lets it in, and lets it in no more once it's disabled", async () => {
    const { call } = await emulated();
    const created = await call("POST", all, { body: { type: "API", environment: "TEST", description: "Nightly job" } });
    const { api_key: apiKey, ...credential } = created.body;
    const listed = await call("GET", all, { apiKey });
    expect(listed.body).toEqual({ credentials: [credential] });
    expect((await call("DELETE", `${all}/${credential.credential_id}`)).status).toBe(204);
    expect((await call("GET", all, { apiKey })).status).toBe(401);
    expect((await call("DELETE", `${all}/${credential.credential_id}`)).status).toBe(404);
  });

  it("for browsers has an id that can be read again", async () => {
    const { call } = await emulated();
    const { body } = await call("POST", all, { body: { type: "CLIENT", environment: "TEST" } });
    expect(body.client_id).toMatch(/^klarna_test_client_/);
    expect(body).not.toHaveProperty("api_key");
    expect((await call("GET", all)).body.credentials).toEqual([body]);
  });
});

describe("the key that the desk was given", () => {
  const credential_id = "5f0c1a52-6d3e-4b8a-9c27-1e40d7b3f6a1";
  const apiKey = `klarna_test_api_${btoa(`made up,${credential_id},1,made up`)}`;

  it("belongs to the planted credential, and opens nothing more once that is disabled", async () => {
    const { call } = await emulated({ seed: 1, apiKeys: [apiKey] });
    expect((await call("GET", all, { apiKey })).body.credentials).toEqual([{ credential_id, description: "Partner Desk", type: "API", environment: "TEST" }]);
    expect((await call("DELETE", `${all}/${credential_id}`, { apiKey })).status).toBe(204);
    expect((await call("GET", all, { apiKey })).status).toBe(401);
  });

  it("carries its credential's id when it's made, as Klarna's do", async () => {
    const { call } = await emulated();
    const { body } = await call("POST", all, { body: { type: "API", environment: "TEST" } });
    expect(atob(String(body.api_key).slice("klarna_test_api_".length).replaceAll("-", "+").replaceAll("_", "/"))).toContain(`,${body.credential_id},`);
  });
});

describe("a certificate", () => {
  it("stays active until the moment it's revoked from", async () => {
    const { call } = await emulated({ seed: 1 });
    const revoke = (revoked_from: string) => call("POST", "/v2/account/mtls/2C8A1053F979D1E8C96A3A9357AE7D1E/revoke", { body: { revoked_from } });
    expect((await revoke("2999-01-01T00:00:00Z")).body).toMatchObject({ status: "ACTIVE", revoked_from: "2999-01-01T00:00:00Z" });
    expect((await revoke("2020-01-01T00:00:00Z")).body.status).toBe("REVOKED");
    expect((await revoke("2020-01-01T00:00:00Z")).status).toBe(400);
  });
});
