// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { useMerchantHere } from "@/components/merchants/merchant-context";
import type { MerchantInGroup } from "@/lib/desk/merchant";
import type { OperationEntry } from "@/lib/desk/timeline";

import { type Doors, merchant, merchantDoor } from "../desk";
import { fileDoor, openSection } from "./at-file";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const file = (given_name: string, read_at: string) => ({ json: { account: { ...merchant(), account_owner: { given_name } }, stamps: {}, read_at } });
const old = file("Åsa", "2026-11-23T11:50:00Z");
const anew = file("Sara", "2026-11-23T12:00:40Z");
const theirs: Partial<OperationEntry> = {
  ...{ kind: "operation", id: "o1", at: "2026-11-23T12:00:12Z", name: "accounts.update", state: "confirmed", by: "Sara", tries: 1 },
  ...{ sent_at: "2026-11-23T12:00:12Z", settled_at: "2026-11-23T12:00:13Z", settled_by: "answer", announcement: null },
};

test("a page says how old the file is that it shows, not when the desk last heard of the merchant", async () => {
  const doors = await open(merchant({ seen_at: "2026-11-23T11:59:58Z" }));
  expect(age()).toContain("10 min ago");
  // That a colleague looks at it too is no news: both pages would ask Klarna for ever.
  doors.set(merchantDoor, { json: merchant({ seen_at: "2026-11-23T12:00:10Z" }) });
  await pass(30_000);
  expect(doors.askedFor(fileDoor)).toBe(1);
});

test.each([
  ["the directory knows of a change that is newer", (doors: Doors) => doors.set(merchantDoor, { json: merchant({ changed_at: "2026-11-23T12:00:10Z" }) })],
  ["a colleague's change was confirmed", (doors: Doors) => tell(doors, theirs)],
  ["Klarna announced something", (doors: Doors) => tell(doors, { kind: "webhook", id: "w1", at: "2026-11-23T12:00:10Z", processed_at: null })],
  [
    "the desk looked for itself, because no webhook came",
    (doors: Doors) =>
      tell(doors, { ...theirs, settled_at: "2026-11-23T11:40:00Z", announcement: { is: "late", at: "2026-11-23T12:00:00Z", read_again: true } }),
  ],
])("the file is read anew when %s, once", async (_, happens) => {
  const doors = await open();
  happens(doors);
  doors.set(fileDoor, anew);
  await pass(40_000);
  expect(doors.askedFor(fileDoor)).toBe(2);
  expect(screen.getByText("Sara")).toBeTruthy();
  expect(age()).toContain("just now");
  await pass(30_000);
  expect(doors.askedFor(fileDoor)).toBe(2);
});

function tell(doors: Doors, entry: object): void {
  doors.set(`${merchantDoor}/timeline`, { json: { pinned: [], entries: [entry], next: null } });
}

async function open(known?: MerchantInGroup): Promise<Doors> {
  const doors = openSection(<Owner />, { answers: { [fileDoor]: old }, ...(known && { known }) });
  await pass(0);
  return doors;
}

function Owner() {
  const { account } = useMerchantHere();
  return <p>{(account as { readonly account_owner?: { readonly given_name: string } } | undefined)?.account_owner?.given_name}</p>;
}

function age(): string | null {
  return screen.getByText(/^Seen at Klarna/).textContent;
}

async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds + 50));
}
