// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { ThemeProvider } from "next-themes";
import { afterEach, expect, it, vi } from "vitest";

import { Providers } from "@/app/providers";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What a page puts into its head when it is opened: each style there has all of the page styled anew, and once more when it is taken away. */
function addedBy(page: React.ReactNode): number {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: vi.fn(), removeListener: vi.fn() }));
  const added = vi.spyOn(document.head, "appendChild");
  render(page);
  expect(document.documentElement.className).toBe("light");
  return added.mock.calls.length;
}

it("a page that is opened isn't styled anew for its theme", () => {
  expect(addedBy(<Providers nonce="once">A page</Providers>)).toBe(0);
});

it("it would be if the theme kept everything from fading", () => {
  expect(
    addedBy(
      <ThemeProvider attribute="class" disableTransitionOnChange>
        A page
      </ThemeProvider>,
    ),
  ).toBeGreaterThan(0);
});
