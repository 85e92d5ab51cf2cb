import { describe, expect, it } from "vitest";

import { controlDoor } from "@/emulator/control/door";
import { Klarna } from "@/emulator/klarna";

import { emulated } from "./setup/emulator";
import { operationalMerchant } from "./setup/merchant";

describe("the control door", () => {
  it.each([
    ["another machine", { remoteAddress: "192.0.2.5" }, { host: "127.0.0.1:4010" }, 403],
    ["a web page in a browser here", { remoteAddress: "127.0.0.1" }, { host: "127.0.0.1:4010", origin: "https://page.example" }, 403],
    ["a page whose name was pointed here", { remoteAddress: "127.0.0.1" }, { host: "page.example" }, 403],
    ["a program of this machine", { remoteAddress: "127.0.0.1" }, { host: "localhost:4010" }, 200],
  ])("treats %s as it should", async (_, socket, headers, status) => {
    const answer = await controlDoor(new Klarna({})).request("/clock", {}, { incoming: { socket, headers } });
    expect(answer.status).toBe(status);
  });

  it.each([
    ["/faults", { operation: "accounts.obtain", kind: "500" }],
    ["/faults", { operation: "accounts.get", kind: "501" }],
    ["/limits", { factor: 0 }],
    ["/clock", { advance: -1 }],
    ["/clock", { scale: 0 }],
    ["/webhooks", { environment: "test", url: "nowhere", key_id: "k", secret: "s" }],
    ["/seed", "not JSON"],
  ])("refuses an order to %s that makes no sense", async (path, body) => {
    const { control } = await emulated();
    const answer = await control("POST", path, body);
    expect([answer.status, typeof answer.body.error]).toEqual([400, "string"]);
  });

  it("answers what doesn't exist with 404", async () => {
    const { control } = await emulated();
    for (const path of ["/accounts/krn:none/disable-by-klarna", "/products/krn:none/terminate", "/settlements/1/announce"]) {
      expect((await control("POST", path)).status).toBe(404);
    }
  });

  it("plants as many merchants as it's told, and doesn't plant one twice", async () => {
    const { control } = await emulated();
    expect((await control("POST", "/seed", { merchants: 150, seed: 9 })).body).toEqual({ test: 150, live: 12 });
    expect((await control("POST", "/seed", { merchants: 150, seed: 9 })).body).toEqual({ test: 0, live: 0 });
    expect((await control("GET", "/accounts?environment=live")).body).toHaveLength(12);
  });

  it("counts what was asked, and what it brought about", async () => {
    const emulator = await emulated();
    const { one } = await operationalMerchant(emulator);
    await emulator.call("GET", one);
    await emulator.call("PATCH", one, { body: {} });
    const { body } = await emulator.control("GET", "/requests");
    expect(body["accounts.get"]).toEqual({ received: 1, effects: 0, answers: { 200: 1 } });
    expect(body["accounts.update"]).toEqual({ received: 1, effects: 0, answers: { 400: 1 } });
    expect(body["accounts.onboard"]).toMatchObject({ received: 1, effects: 1 });
  });

  it("moves the clock, and shows it", async () => {
    const { control } = await emulated();
    const before = (await control("GET", "/clock")).body;
    const after = (await control("POST", "/clock", { advance: 3_600_000, scale: 0.5 })).body;
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(3_600_000);
    expect(after).toMatchObject({ scale: 0.5, ahead: 3_600_000, held: true });
    expect((await control("POST", "/clock", { hold: false })).body.held).toBe(false);
  });
});
