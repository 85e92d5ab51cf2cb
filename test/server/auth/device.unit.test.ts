import { expect, test } from "vitest";

import { deviceOf, hasCommandKey } from "@/lib/server/auth/device";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";

test.each([
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome}`, "Chrome on macOS", true],
  [`Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) ${safari}`, "Safari on iOS", true],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/141.0.0.0`, "Edge on Windows", false],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0", "Firefox on Linux", false],
  ["curl/8.0", "A browser on an unknown system", false],
])("%s is %s", (agent, device, command) => {
  const headers = new Headers({ "user-agent": agent });
  expect(deviceOf(headers)).toBe(device);
  expect(hasCommandKey(headers)).toBe(command);
});
