// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { remember } from "@/components/ui/remember";
import { themeCookie, themeFrom } from "@/components/ui/theme";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { setTheme } from "@/components/ui/use-theme";

beforeEach(() => {
  remember(themeCookie, "");
  document.documentElement.dataset.theme = "system";
});
afterEach(cleanup);

const marked = () => screen.getAllByRole<HTMLInputElement>("radio").flatMap(({ checked, value }) => (checked ? [value] : []));

test("a theme that is chosen turns the page, is marked wherever it can be chosen, and is remembered where the server reads it", async () => {
  render([<ThemeToggle key="menu" />, <ThemeToggle key="sheet" />]);
  expect(marked()).toEqual(["system", "system"]);
  await act(async () => screen.getAllByLabelText("Dark")[0]?.click());
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect(marked()).toEqual(["dark", "dark"]);
  expect(document.cookie.split("; ")).toContain("theme=dark");
});

test("the desk's other tabs turn, too", async () => {
  render(<ThemeToggle />);
  const elsewhere = new BroadcastChannel(themeCookie);
  elsewhere.postMessage("light");
  await waitFor(() => expect(marked()).toEqual(["light"]));
  elsewhere.close();
  expect(document.cookie).not.toContain("theme=light");
});

test("what is turned by the palette is marked, too", async () => {
  render(<ThemeToggle />);
  await act(async () => setTheme("light"));
  expect(marked()).toEqual(["light"]);
});

test("what nobody knows is as the machine has it, and before the browser has taken over none is marked", () => {
  expect([undefined, "", "dark", "sepia", '"><script>'].map(themeFrom)).toEqual(["system", "system", "dark", "system", "system"]);
  expect(renderToString(<ThemeToggle />)).not.toContain("checked");
});
