// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { NewMerchant } from "@/components/onboarding/new-merchant";

import { haveDialogs } from "../dialogs";
import { type Answer, renderFresh } from "../merchants/desk";
import { router } from "../navigation";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  router.push.mockReset();
  vi.unstubAllGlobals();
});

/** Opens the page at a desk that answers drafts like this; how often one was asked for. */
function open(answer: () => Answer): () => number {
  const door = vi.fn();
  vi.stubGlobal("fetch", async (_path: string, { method }: RequestInit) => {
    if (method !== "POST") return Response.json([]);
    door();
    const given = answer();
    if (given === "away") throw new TypeError("Failed to fetch");
    return "json" in given
      ? Response.json(given.json)
      : Response.json({ status: given.problem, message: "No.", fields: [], ...given }, { status: given.problem });
  });
  renderFresh(<NewMerchant environment="test" copyOf={undefined} />);
  return () => door.mock.calls.length;
}
const press = () => fireEvent.click(screen.getByRole("button", { name: "Start a new merchant" }));

it("a double click starts one draft, and leads to it once", async () => {
  const asked = open(() => ({ json: { id: "d1" } }));
  press();
  press();
  await expect.poll(() => router.push).toHaveBeenCalled();
  press();
  expect(asked()).toBe(1);
  expect(router.push.mock.calls).toEqual([["/test/merchants/new/d1"]]);
});

it("what wasn't started can be started again", async () => {
  let answer: Answer = { problem: 403, code: "NOT_ALLOWED" };
  const asked = open(() => answer);
  press();
  expect(await screen.findByText("No draft was started")).toBeTruthy();
  answer = { json: { id: "d1" } };
  press();
  await expect.poll(() => router.push).toHaveBeenCalledTimes(1);
  expect(asked()).toBe(2);
});
