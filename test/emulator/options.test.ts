import { describe, expect, it } from "vitest";

import { optionsOf } from "@/emulator/options";
import { startEmulator } from "@/emulator/start";

const hook = "test=http://127.0.0.1:3000/api/webhooks/klarna/test";

describe("the command line", () => {
  it("is read whole", () => {
    const args = ["--port", "0", "--data", ".data/emulator", "--time-scale", "0.01", "--setup-delay", "500", "--seed", "7", "--quiet"];
    expect(optionsOf([...args, "--api-key", "klarna_test_api_a", "--webhook", hook, "--signing-key", "krn:partner:key:1:secret"])).toEqual({
      ...{ port: 0, data: ".data/emulator", timeScale: 0.01, setupDelay: 500, seed: 7, quiet: true, apiKeys: ["klarna_test_api_a"] },
      webhooks: { test: { url: "http://127.0.0.1:3000/api/webhooks/klarna/test", key_id: "krn:partner:key:1", secret: "secret" } },
    });
  });

  it("gives each environment its own signing key where it's told to", () => {
    const { webhooks } = optionsOf(["--webhook", hook, "--webhook", "live=http://127.0.0.1:3000/", "--signing-key", "a:1", "--signing-key", "live=b:2"]);
    expect(webhooks).toMatchObject({ test: { key_id: "a", secret: "1" }, live: { key_id: "b", secret: "2" } });
  });

  it.each([
    [["--port", "http"], /--port takes a number/],
    [["--time-scale", "0"], /--time-scale takes a number/],
    [["--webhook", hook], /needs --signing-key/],
    [["--webhook", "http://127.0.0.1/", "--signing-key", "a:1"], /takes an environment and an address/],
    [["--webhook", hook, "--signing-key", "secret"], /takes ID:SECRET/],
    [["--colour", "green"], /--colour/],
  ])("says what is wrong with %j", (args, sentence) => {
    expect(() => optionsOf(args)).toThrow(sentence);
  });

  it("lets in no key that doesn't say its environment, and nobody but the given keys", async () => {
    await expect(startEmulator({ apiKeys: ["secret"] })).rejects.toThrow(/klarna_test_api_/);
    const emulator = await startEmulator({ apiKeys: ["klarna_live_api_own"] });
    const status = async (key: string) => (await fetch(`${emulator.url}/v2/account/credentials`, { headers: { authorization: `Basic ${key}` } })).status;
    expect([await status("klarna_live_api_own"), await status("klarna_test_api_emulator")]).toEqual([200, 401]);
    await emulator.stop();
  });
});
