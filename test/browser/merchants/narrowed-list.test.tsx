// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { GroupSection } from "@/components/merchants/group-section";
import { FilterChips } from "@/components/merchants/list/filter-chips";
import { everything } from "@/lib/desk/directory";
import type { MerchantInGroup } from "@/lib/desk/merchant";

afterEach(cleanup);

it("says for how long nobody has seen what a list is narrowed to, and lets that be taken away alone", () => {
  const onAsk = vi.fn();
  const asked = { ...everything, days: { seen: 1, unseen: 30 } };
  render(<FilterChips asked={asked} onAsk={onAsk} names={{}} />);
  expect(screen.getByText("Seen in the last day")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Remove Not seen for 30 days" }));
  expect(onAsk).toHaveBeenCalledWith({ ...everything, days: { seen: 1 } });
});

it("leads from a merchant to the list of its group: by its reference, or by its id where that is all there is", () => {
  const inGroup = { environment: "test", account_group_reference: "nordic & co", account_group_id: "krn:g:1", others_in_group: 3 } as MerchantInGroup;
  const way = () => screen.getByRole("link", { name: "3 known to the desk" }).getAttribute("href");
  const { rerender } = render(<GroupSection merchant={inGroup} />);
  expect(way()).toBe("/test/merchants?group=nordic+%26+co");
  rerender(<GroupSection merchant={{ ...inGroup, account_group_reference: null }} />);
  expect(way()).toBe("/test/merchants?group=krn%3Ag%3A1");
  rerender(<GroupSection merchant={{ ...inGroup, others_in_group: 0 }} />);
  expect(screen.queryByRole("link")).toBeNull();
});
