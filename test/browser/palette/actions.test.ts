// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { deskActions, merchantActions } from "@/components/palette/actions";
import { type Command, pressWhenThere } from "@/components/palette/press";
import { permissions } from "@/lib/klarna/permissions";

const page = "/test/merchants/krn%3Apartner%3Aglobal%3Aaccount%3Atest%3AA1";
const labels = (entries: readonly { readonly label: string }[]) => entries.map(({ label }) => label);
const pressed = vi.fn();

function show(command: Command): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { onclick: pressed });
  button.dataset.command = command;
  document.body.append(button);
  return button;
}

beforeEach(() => {
  vi.useFakeTimers();
  window.history.pushState(null, "", page);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.clearAllMocks();
  vi.useRealTimers();
});

test("with the merchant that is open, on any of its sections, what one may do is offered; elsewhere nothing", () => {
  for (const elsewhere of [null, "/settings/account", "/test/merchants", "/test/merchants/new", "/test/merchants/compare"])
    expect(merchantActions(elsewhere, permissions), String(elsewhere)).toEqual([]);
  const everybody = ["Read it again from Klarna", "Compare it with another merchant"];
  for (const section of ["", "/people", "/activity"]) expect(labels(merchantActions(`${page}${section}`, []))).toEqual(everybody);
  expect(labels(merchantActions(page, ["notes:write"]))).toEqual(["Write a note", ...everybody]);
  expect(merchantActions(page, ["products:suspend"]).find(({ label }) => label === "Suspend a product")?.pick).toEqual({
    go: `${page}/products`,
    press: "suspend",
  });
});

test("what the desk offers to do hangs on permissions, but for what everybody may", () => {
  expect(labels(deskActions("test", []))).toEqual(["Download the list of merchants", "Compare two merchants"]);
  expect(labels(deskActions("test", ["team:write", "payouts:connect"]))).toEqual(
    expect.arrayContaining(["Connect a merchant's payouts", "Add a person to the team"]),
  );
});

test("what is done on another page is pressed there once, when it has come, and not on the way", async () => {
  pressWhenThere("write-note", `${page}/activity`);
  show("write-note");
  await vi.advanceTimersByTimeAsync(0);
  expect(pressed).not.toHaveBeenCalled();
  document.body.replaceChildren();
  window.history.pushState(null, "", `${page}/activity`);
  show("write-note");
  await vi.advanceTimersByTimeAsync(0);
  show("write-note");
  await vi.advanceTimersByTimeAsync(0);
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("what is on the page already is pressed at once; what it doesn't come to offer isn't pressed later", async () => {
  show("refresh");
  pressWhenThere("refresh", page);
  expect(pressed).toHaveBeenCalledTimes(1);
  pressWhenThere("suspend", page);
  await vi.advanceTimersByTimeAsync(11_000);
  show("suspend");
  await vi.advanceTimersByTimeAsync(0);
  expect(pressed).toHaveBeenCalledTimes(1);
});
