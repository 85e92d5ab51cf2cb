import { describe, expect, test } from "vitest";

import { rotationOf } from "@/components/credentials/rotation-steps";
import type { DeskCredential } from "@/lib/desk/credential";

const plain: DeskCredential = {
  ...{ credential_id: "old", type: "API", description: null, environment: "TEST", client_id: null, made_at: null, made_by: null },
  ...{ first_seen_at: "2026-01-01T00:00:00Z", gone_at: null, disabled_at: null, disabled_by: null, intended: false, released_until: null },
  ...{ own: "no", processes: 0, used_at: null },
};
const inUse = { own: "yes", processes: 2, used_at: "2026-11-26T06:00:00Z" } as const;
const wasUsed = { used_at: "2026-11-26T06:00:00Z" } as const;
const old = { ...plain, ...inUse };
const next: DeskCredential = { ...plain, credential_id: "next", intended: true, made_at: "2026-11-26T07:00:00Z", made_by: "Ada" };
const nextInUse: DeskCredential = { ...next, ...inUse, used_at: "2026-11-26T08:00:00Z" };

const at = (credentials: readonly DeskCredential[], strangers = 0) => rotationOf({ credentials, strangers }).step;

describe("a rotation", () => {
  test.each([
    ["begins with making a key", [old], 0, 1],
    ["isn't begun by a key for something else", [old, { ...next, intended: false }], 0, 1],
    ["waits for the settings while no process has the new key", [old, next], 0, 2],
    ["waits for the settings where nobody knows which key the processes have", [plain, next], 2, 2],
    ["waits for the processes that still have the old one", [old, nextInUse], 0, 3],
    ["waits for the processes that have one which nobody knows", [plain, nextInUse], 1, 3],
    [
      "waits until Klarna has accepted the new one",
      [
        { ...plain, ...wasUsed },
        { ...nextInUse, used_at: null },
      ],
      0,
      4,
    ],
    ["ends with disabling the old one", [{ ...plain, ...wasUsed }, nextInUse], 0, 5],
    ["is over once the old one is disabled", [{ ...plain, ...wasUsed, disabled_at: "2026-11-26T09:00:00Z" }, nextInUse], 0, 6],
    ["is over once Klarna lists the old one no more", [{ ...plain, ...wasUsed, gone_at: "2026-11-26T09:00:00Z" }, nextInUse], 0, 6],
    ["leaves alone what the desk never had", [plain, { ...plain, credential_id: "client", type: "CLIENT", ...wasUsed }, nextInUse], 0, 6],
    ["begins anew with a key that is newer than the one in use", [nextInUse, { ...next, credential_id: "third", made_at: "2026-12-26T07:00:00Z" }], 0, 2],
    ["is begun again where the new key was disabled", [old, { ...next, disabled_at: "2026-11-26T09:00:00Z" }], 0, 1],
  ] as const)("%s", (_, credentials, strangers, step) => {
    expect(at(credentials, strangers)).toBe(step);
  });
});
