// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FetchFonts } from "@/components/ui/fetch-fonts";
import { fontsCookie } from "@/components/ui/fonts";
import { remember } from "@/components/ui/remember";

const load = vi.fn<(font: string) => Promise<FontFace[]>>();
const families = ["'sans'", "'mono'"];
const said = () => document.cookie.split("; ").includes(`${fontsCookie}=fetched`);

beforeEach(() => {
  remember(fontsCookie, "");
  load.mockReset();
  Object.defineProperty(document, "fonts", { configurable: true, value: { load } });
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("fonts are fetched behind the page, and the server is told once all of them are there", async () => {
  load.mockResolvedValue([]);
  render(<FetchFonts families={families} />);
  expect(load).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  expect(load.mock.calls.flat()).toEqual(["1em 'sans'", "1em 'mono'"]);
  expect(said()).toBe(true);
});

test("where one of them can't be fetched, the next page tries again", async () => {
  load.mockResolvedValueOnce([]).mockRejectedValueOnce(new DOMException("A network error occurred.", "NetworkError"));
  render(<FetchFonts families={families} />);
  await vi.runAllTimersAsync();
  expect(load).toHaveBeenCalledTimes(2);
  expect(said()).toBe(false);
});

test("whoever leaves before that fetches nothing", async () => {
  const { unmount } = render(<FetchFonts families={families} />);
  unmount();
  await vi.runAllTimersAsync();
  expect(load).not.toHaveBeenCalled();
});
