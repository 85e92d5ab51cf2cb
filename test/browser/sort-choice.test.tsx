// @vitest-environment jsdom
import { cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { useSort } from "@/components/merchants/list/use-sort";
import { Table } from "@/components/ui/table";
import type { TableSort } from "@/components/ui/table-column";
import { everything } from "@/lib/desk/directory";

afterEach(cleanup);

const choice = () => screen.getByRole<HTMLSelectElement>("combobox", { name: "Sort by" });

function show(sort: Partial<TableSort>): void {
  const columns = [
    { key: "name", header: "Name", sortable: true, cell: (row: string) => row },
    { key: "state", header: "State", cell: () => "On" },
  ];
  const given = { key: undefined, descending: false, onSort: () => undefined, onChoose: () => undefined, ...sort };
  render(<Table caption="Merchants" columns={columns} rows={["Nordlys"]} rowKey={(row) => row} sort={given} />);
}

it("cards are ordered by what is chosen above them: by what a table's headers sort, each way", () => {
  const onChoose = vi.fn();
  show({ key: "name", descending: true, onChoose });
  expect([...choice().options].map(({ text }) => text)).toEqual(["Name, ascending", "Name, descending"]);
  expect(choice().selectedOptions[0]?.text).toBe("Name, descending");
  fireEvent.change(choice(), { target: { value: "name" } });
  expect(onChoose).toHaveBeenLastCalledWith("name", false);
});

it("the order that is nobody's wish can be chosen again, and one by what isn't shown is told as that", () => {
  const onChoose = vi.fn();
  show({ key: "group", usual: "Newest first", onChoose });
  expect(choice().selectedOptions[0]?.text).toBe("Something that isn't shown");
  fireEvent.change(choice(), { target: { value: "" } });
  expect(onChoose).toHaveBeenLastCalledWith(undefined, false);
});

it("the merchants are asked for as it was chosen", () => {
  const onAsk = vi.fn();
  const { result } = renderHook(() => useSort({ ...everything, sort: { key: "name", descending: false } }, onAsk));
  result.current.onChoose("seen", true);
  expect(onAsk).toHaveBeenLastCalledWith({ ...everything, sort: { key: "seen", descending: true } });
  result.current.onChoose(undefined, false);
  expect(onAsk).toHaveBeenLastCalledWith(everything);
});
