// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { MerchantList } from "@/components/merchants/merchant-list";
import { everything } from "@/lib/desk/directory";
import type { MerchantPage } from "@/lib/desk/merchant";

import { atTheList } from "./at-list";
import { Doors, merchant, renderFresh } from "./desk";

atTheList();

it("an Enter before the answer leads to what is found, and never to what was there before", async () => {
  const counts = { total: 1, states: {} };
  new Doors({ "/api/desk/directory/counts": { json: counts }, "/api/desk/directory": { json: found("What is found") } });
  renderFresh(
    <MerchantList
      environment="test"
      first={{ asked: everything, page: found("What was there"), counts, readAt: new Date().toISOString() }}
      views={[]}
      categories={{ "5992": "Florists" }}
      profiles={{ name: "distributionProfiles.list", resource: "distributionProfiles", search: {} }}
      tagNames={{}}
      comfortable={false}
      mayOnboard
      mayDo={[]}
    />,
  );
  const search = screen.getByRole("textbox", { name: "Search merchants" });
  search.focus();
  fireEvent.change(search, { target: { value: "nor" } });
  fireEvent.keyDown(search, { key: "Enter" });
  expect(document.activeElement).toBe(search);
  await act(() => vi.advanceTimersByTimeAsync(161));
  await act(() => vi.advanceTimersByTimeAsync(150));
  expect(document.activeElement?.textContent).toBe("What is found");
});

function found(account_name: string): MerchantPage {
  return { merchants: [merchant({ account_id: `krn:partner:global:account:test:${account_name.length}`, account_name })], next: null, spelling: "typed" };
}
