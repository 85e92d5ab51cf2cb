// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import MerchantNotFound from "@/app/(desk)/[environment]/merchants/[account_id]/not-found";

import { fileDoor, openSection, read } from "./file/at-file";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says of a page that isn't for somebody's role nothing of a merchant that doesn't exist", () => {
  openSection(<MerchantNotFound />, { answers: { [fileDoor]: read({}) } });
  expect(screen.getByText("This merchant has no such page for your role")).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Blomster i Göteborg");
  expect(screen.queryByText(/No such merchant|names no account/)).toBeNull();
});

it("says of an address that names no account that there is no such merchant", () => {
  render(<MerchantNotFound />);
  expect(screen.getByRole("heading", { name: "No such merchant" })).toBeTruthy();
  expect(screen.queryByText(/your role/)).toBeNull();
});
