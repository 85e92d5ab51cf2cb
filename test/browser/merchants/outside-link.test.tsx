// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { OutsideLink } from "@/components/merchants/outside-link";

afterEach(cleanup);

const long = `https://blomster.example/${"a".repeat(2_000)}`;

it("an address of two thousand characters leads to its whole, and is cut off until somebody wants all of it", () => {
  render(<OutsideLink url={long} />);
  const link = screen.getByRole("link");
  expect(link.getAttribute("href")).toBe(long);
  expect(link.textContent?.length).toBeLessThan(300);
  fireEvent.click(screen.getByRole("button", { name: /^Show all/ }));
  expect(screen.getByRole("link").textContent).toBe(long.slice("https://".length));
  expect(screen.queryByRole("button")).toBeNull();
});

it("a short one is whole, and what isn't of the web is no link", () => {
  render(<OutsideLink url="https://blomster.example/" />);
  expect(screen.getByRole("link").textContent).toBe("blomster.example");
  expect(screen.queryByRole("button")).toBeNull();
  cleanup();
  render(<OutsideLink url="javascript:alert(1)" />);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText("javascript:alert(1)")).toBeTruthy();
});
