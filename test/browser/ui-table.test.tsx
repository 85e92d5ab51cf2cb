// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { MonoId } from "@/components/ui/mono-id";
import { type Column, Table } from "@/components/ui/table";

afterEach(cleanup);

interface Merchant {
  readonly id: string;
  readonly name: string;
  readonly volume: string;
}

const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const rows: readonly Merchant[] = [
  { id: "1", name: long, volume: "9 999.00" },
  { id: "2", name: "Kaffee Müller", volume: "0.00" },
];
const columns: readonly Column<Merchant>[] = [
  { key: "name", header: "Merchant", cell: (row) => row.name },
  { key: "volume", header: "Volume, SEK", numeric: true, cell: (row) => row.volume },
];

describe("a table", () => {
  it("is read by caption, head and rows, and its first column is the link", () => {
    render(<Table caption="Merchants" columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/test/merchants/${row.id}`} />);
    const table = screen.getByRole("table", { name: "Merchants" });
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map((cell) => cell.textContent),
    ).toEqual(["Merchant", "Volume, SEK"]);
    expect(within(table).getByRole("link", { name: "Kaffee Müller" }).getAttribute("href")).toBe("/test/merchants/2");
    expect(within(table).getByRole("rowheader", { name: "Kaffee Müller" })).toBeTruthy();
  });

  it("gives the whole of what it cuts off, on hover and in the name", () => {
    render(<Table caption="Merchants" columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={() => "/"} />);
    expect(screen.getByRole("link", { name: long })).toBeTruthy();
    expect(screen.getByTitle(long).textContent).toBe(long);
  });

  it("gives way to the empty state when there are no rows, and only then", () => {
    const table = (shown: readonly Merchant[]) => (
      <Table caption="Merchants" columns={columns} rows={shown} rowKey={(row) => row.id} empty={<p>No merchants yet</p>} />
    );
    const { rerender } = render(table([]));
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.getByText("No merchants yet")).toBeTruthy();
    rerender(table(rows));
    expect(screen.queryByText("No merchants yet")).toBeNull();
  });
});

it("reads an id whole once, however its middle is cut", () => {
  render(<MonoId value="krn:partner:eu1:test:account:MKPMV6MS" label="account id" />);
  expect(screen.getByText("krn:partner:eu1:test:account:MKPMV6MS")).toBeTruthy();
  expect(screen.getByText(":MKPMV6MS".slice(-8)).closest("[aria-hidden]")).not.toBeNull();
  expect(screen.getByRole("button", { name: "Copy account id" })).toBeTruthy();
});
