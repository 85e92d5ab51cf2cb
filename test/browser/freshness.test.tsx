// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";

import { Freshness } from "@/components/operation/freshness";

afterEach(cleanup);

const line = (busy: boolean) => (
  <Freshness at="2026-10-12T10:00:00Z" busy={busy} refresh={() => undefined}>
    12 in all
  </Freshness>
);

test("a page that took so long to come that it is read anew at once is taken over as the server drew it", async () => {
  const page = document.createElement("div");
  page.innerHTML = renderToString(line(false));
  const faults: unknown[] = [];
  await act(async () => {
    hydrateRoot(page, line(true), { onRecoverableError: (error) => faults.push(error) });
  });
  expect(faults).toEqual([]);
  expect(page.querySelector("button")?.getAttribute("aria-busy")).toBe("true");
});

test("a fault that has another id at each try isn't announced again", () => {
  const failed = (errorId: string) => (
    <Freshness
      problem={{ status: 503, code: "DATABASE_DOWN", message: "The database is away.", errorId, fields: [] }}
      at={null}
      busy={false}
      refresh={() => undefined}
    >
      12 in all
    </Freshness>
  );
  const { rerender } = render(failed("err-1"));
  rerender(failed("err-2"));
  expect(screen.getByText("err-2").closest("[aria-live]")?.getAttribute("aria-live")).toBe("off");
});

test("who is signed out signs in in another tab, and tries again in this one: what is typed here is nowhere else", () => {
  const refresh = vi.fn();
  render(
    <Freshness problem={{ status: 401, code: "SIGNED_OUT", message: "Sign in to go on.", fields: [] }} at={null} busy={false} refresh={refresh}>
      12 in all
    </Freshness>,
  );
  expect(screen.getByRole("link", { name: "Sign in in a new tab" }).getAttribute("target")).toBe("_blank");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refresh).toHaveBeenCalledTimes(1);
});
