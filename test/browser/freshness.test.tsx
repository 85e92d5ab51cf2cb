// @vitest-environment jsdom
import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";

import { Freshness } from "@/components/operation/freshness";

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
