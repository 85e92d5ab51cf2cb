// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { Breadcrumb } from "@/components/ui/breadcrumb";

afterEach(cleanup);

it("leads back up, and calls only the last step this page", () => {
  render(<Breadcrumb items={[{ label: "Settings" }, { label: "People", href: "/settings/people" }, { label: "Åsa" }]} />);
  expect(screen.getByRole("navigation", { name: "Breadcrumb" })).toBeTruthy();
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/settings/people"]);
  expect([...document.querySelectorAll("[aria-current]")].map((element) => element.textContent)).toEqual(["Åsa"]);
});
