// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { EraseDialog } from "@/components/merchants/erase-dialog";
import { partTitle, stepTitle } from "@/components/merchants/file/part-words";
import { MerchantTimeline } from "@/components/merchants/merchant-timeline";
import { TagChip } from "@/components/merchants/tag-chip";
import { Combobox } from "@/components/ui/combobox";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { isolated } from "@/lib/desk/isolated";
import { spokenName } from "@/lib/desk/merchant";
import { haveDialogs } from "./dialogs";

// It turns all that follows it; the second closes what would have held it in.
const turning = "Nord\u202elys\u2069";
const hebrew = "חנות פרחים";

beforeEach(haveDialogs);
afterEach(cleanup);

it("leaves a name as it is, but for what turns the words around it; one from right to left is kept apart", () => {
  expect(isolated("Blomster & Søn 東京 👩‍🌾")).toBe("Blomster & Søn 東京 👩‍🌾");
  expect(isolated(turning)).toBe("Nordlys");
  expect(isolated(hebrew)).toBe(`\u2068${hebrew}\u2069`);
  expect(isolated(isolated(`\u202e${hebrew}\u2069`))).toBe(`\u2068${hebrew}\u2069`);
});

it("tells what happened in its own direction, whoever did it and whatever a name became", () => {
  const at = "2026-11-23T11:00:00Z";
  const entries = [
    { kind: "act", id: "1", at, by: turning, did: "deleted a note" },
    { kind: "change", id: "2", at, field: "account_name", before: turning, after: hebrew, drift: true },
  ] as const;
  render(<MerchantTimeline page={{ pinned: [], entries, next: null }} href="/all" />);
  const told = screen.getByRole("list").textContent ?? "";
  expect(told).toContain("Nordlys deleted a note");
  expect(told).toContain(`Nordlys → \u2068${hebrew}\u2069`);
  expect(told).not.toMatch(/[\u202a-\u202e]/);
});

it("calls a part of a merchant's file by names of which none turns another", () => {
  expect(partTitle("stakeholders", { given_name: turning, family_name: hebrew })).toBe(`Nordlys \u2068${hebrew}\u2069`);
  expect(partTitle("bankAccounts", { account_holder: turning, iban: "SE45 5000 0000 0583 9825 7466" })).toBe("Nordlys ·· 7466");
  expect(partTitle("websites", { website_name: hebrew, urls: "" })).toBe(`\u2068${hebrew}\u2069`);
  expect(partTitle("websites", { website_name: "\u202e", urls: "https://nord\u202elys.example\nhttps://b.example" })).toBe("https://nordlys.example");
  expect(stepTitle("collections", "update", { collection_reference: turning })).toBe("Change a brand: Nordlys");
});

it("lets each place that shows a name alone take the name's direction, and no other", () => {
  render(
    <>
      <PageHeader title={hebrew} />
      <TagChip tag={{ name: hebrew, colour: "red" }} />
      <Combobox label="Merchant" value="" onChange={() => undefined} options={[{ value: "1", label: hebrew }]} />
      <Table caption="Merchants" columns={[{ key: "name", header: "Name", cell: () => hebrew }]} rows={[1]} rowKey={String} />
    </>,
  );
  fireEvent.click(screen.getByRole("combobox"));
  expect(screen.getAllByText(hebrew).map((shown) => [shown.tagName, shown.getAttribute("dir")])).toEqual([
    ["H1", "auto"],
    ["SPAN", "auto"],
    ["SPAN", "auto"],
    ["SPAN", "auto"],
  ]);
});

it("asks in a dialog about a name that can be typed as it is seen", () => {
  const name = spokenName({ account_name: ` ${turning} `, account_reference: null, account_id: "krn:a" });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EraseDialog environment="test" accountId="krn:a" name={name} open onClose={() => undefined} />
    </QueryClientProvider>,
  );
  expect(screen.getByRole("heading", { name: "Erase Nordlys from this desk?" })).toBeTruthy();
  const erase = () => screen.getByRole("button", { name: "Erase Nordlys" });
  expect(erase().getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(screen.getByLabelText("Type Nordlys to erase it"), { target: { value: "Nordlys" } });
  expect(erase().getAttribute("aria-disabled")).not.toBe("true");
});
