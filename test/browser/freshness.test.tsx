// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";

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
