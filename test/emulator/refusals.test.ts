import { request } from "node:http";

import { describe, expect, it } from "vitest";

import { emulated } from "./setup/emulator";
import { onboarding, operationalMerchant } from "./setup/merchant";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const unknown = "/v2/accounts/krn:partner:global:account:test:ABCD1234";
const tooLong = JSON.stringify({ account_name: "x".repeat(1024 * 1024) });

describe("a refusal", () => {
  it.each([
    ["no key", { headers: { authorization: "" } }, 401, "ACCESS_ERROR", "UNAUTHORIZED"],
    ["a key that nobody gave out", { apiKey: "klarna_test_api_other" }, 401, "ACCESS_ERROR", "UNAUTHORIZED"],
    ["a key in base64, as Basic usually has it", { apiKey: btoa("klarna_test_api_emulator:") }, 401, "ACCESS_ERROR", "UNAUTHORIZED"],
    ["an id that doesn't exist", {}, 404, "RESOURCE_ERROR", "RESOURCE_NOT_FOUND"],
  ])("of %s has Klarna's shape", async (_, sent, status, error_type, error_code) => {
    const { call } = await emulated();
    const answer = await call("GET", unknown, sent);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error_id: expect.stringMatching(uuid), error_type, error_code, error_message: expect.any(String) });
  });

  it.each([
    ["text that isn't JSON", "{", 400, "INVALID_CONTENT_TYPE"],
    ["no body at all", "", 400, "INVALID_CONTENT_TYPE"],
    ["bytes that aren't UTF-8", new Uint8Array([0x22, 0xff, 0x22]), 400, "INVALID_CONTENT_TYPE"],
    ["a body over 1 MB", tooLong, 413, "REQUEST_TOO_LARGE"],
    ["a field that the reference doesn't name", { account_name: "Gröna", colour: "green" }, 400, "VALIDATION_ERROR"],
    ["__proto__", '{"account_name":"Gröna","__proto__":{"admin":true}}', 400, "VALIDATION_ERROR"],
    ["half of a surrogate pair", '{"account_name":"\\ud83d"}', 400, "VALIDATION_ERROR"],
  ])("meets %s", async (_, body, status, error_code) => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    const answer = await emulator.call("PATCH", one, { body });
    expect(answer.status).toBe(status);
    expect(answer.body.error_code).toBe(error_code);
  });

  it("meets a body over 1 MB that doesn't say how long it is", async () => {
    const { url } = await emulated();
    const headers = { authorization: "Basic klarna_test_api_emulator", "content-type": "application/json", "transfer-encoding": "chunked" };
    const status = await new Promise((resolve) => {
      const sent = request(`${url}/v2/distribution/onboard`, { method: "POST", headers }, (answer) => resolve(answer.resume().statusCode));
      // The emulator hangs up on what it doesn't want to read.
      sent.on("error", () => {});
      sent.end(tooLong);
    });
    expect(status).toBe(413);
  });

  it("names each field that is wrong in Klarna's notation", async () => {
    const emulator = await emulated();
    const websites = [{ urls: ["no address"], colour: "green" }];
    const { body } = await emulator.call("POST", "/v2/distribution/onboard", { body: await onboarding(emulator, { channel: { websites }, account_name: 7 }) });
    const parameters = body.validation_errors.map(({ parameter }: { parameter: string }) => parameter);
    expect(parameters).toEqual(expect.arrayContaining(["account_name", "channel.websites[0].urls[0]"]));
    expect(body.validation_errors[0]).toEqual({ parameter: expect.any(String), reason: expect.any(String), doc_url: expect.stringMatching(/^https:/) });
  });

  it("meets ids and queries that can't be right", async () => {
    const { call } = await emulated();
    expect((await call("GET", "/v2/accounts/..%2Fcredentials")).body.validation_errors[0].parameter).toBe("account_id");
    expect((await call("GET", `${unknown}?expand=secrets`)).body.validation_errors[0].parameter).toMatch(/^expand/);
    expect((await call("GET", `${unknown}?colour=green`)).body.validation_errors[0].parameter).toBe("colour");
  });

  it("answers routes and methods that Klarna doesn't have with NOT_FOUND", async () => {
    const { call } = await emulated();
    for (const [method, path] of [
      ["GET", "/v2/accounts"],
      ["DELETE", unknown],
      ["GET", "/v3/accounts"],
    ] as const) {
      const answer = await call(method, path);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ error_code: "NOT_FOUND" });
      expect(answer.body).not.toHaveProperty("error_type");
    }
  });
});

it("an answer carries the caller's correlation id", async () => {
  const { call } = await emulated();
  const { headers } = await call("GET", unknown, { headers: { "partner-correlation-id": "desk42" } });
  expect(headers.get("partner-correlation-id")).toBe("desk42");
});

describe("the two environments", () => {
  it("don't know each other's merchants", async () => {
    const emulator = await emulated();
    const { one, account_id } = await operationalMerchant(emulator);
    const live = { apiKey: "klarna_live_api_emulator" };
    expect(account_id).toMatch(/^krn:partner:global:account:test:[0-9A-Z]{8}$/);
    expect((await emulator.call("GET", one)).status).toBe(200);
    expect((await emulator.call("GET", one, live)).status).toBe(404);
    const [profile] = (await emulator.call("GET", "/v2/distribution/products/payment/profiles", live)).body;
    const products = [{ type: "PAYMENT", distribution_profile_id: profile.distribution_profile_id, merchant_category_code: "5712" }];
    const onboarded = await emulator.call("POST", "/v2/distribution/onboard", { ...live, body: await onboarding(emulator, { products }) });
    expect(onboarded.body.account_id).toMatch(/^krn:partner:global:account:live:/);
  });
});
