import { expect, test, vi } from "vitest";

import { isChange, paramNames } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { callKlarna } from "@/lib/server/klarna/call";

import { calm } from "../harness/calm";
import { noKlarna, withDesk } from "../harness/desk";
import { madeUpSettings } from "../harness/settings";

const { asked } = vi.hoisted(() => ({ asked: [] as { readonly headersTimeout: number; readonly bodyTimeout: number }[] }));
vi.mock("@/lib/server/klarna/pool", async (original) => ({
  ...(await original<object>()),
  klarnaPool: () => ({
    request: (options: (typeof asked)[number]) => {
      asked.push(options);
      return Promise.reject(Object.assign(new Error("Nobody is there."), { code: "UND_ERR_HEADERS_TIMEOUT" }));
    },
  }),
}));
withDesk(noKlarna);

/** Klarna gives up after so many milliseconds, and says so. */
const klarnaGivesUp = 59_000 * Number(madeUpSettings.DESK_TIME_SCALE);

test("each change is waited for longer than Klarna works on it: a shorter patience would make its clear answer an unknown outcome", async () => {
  const changes = [...operations.values()].filter(isChange);
  expect(changes.length).toBeGreaterThan(20);
  // How soon one account's changes follow each other is another matter.
  for (const { paced: _, ...operation } of changes) {
    calm();
    asked.length = 0;
    const params = Object.fromEntries(paramNames(operation.path).map((name) => [name, `krn:made-up:${name}`]));
    await callKlarna(operation, { environment: "test", params, body: "{}", priority: "interactive" });
    expect(asked.length, operation.name).toBe(1);
    for (const { headersTimeout, bodyTimeout } of asked) expect(Math.min(headersTimeout, bodyTimeout), operation.name).toBeGreaterThan(klarnaGivesUp);
  }
});
