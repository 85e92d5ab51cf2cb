import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import type { Column } from "@/components/ui/table";
import { headWidth, isRoomFor, leastRoom, tableRoom } from "@/components/ui/table-room";

const column = (key: string, over: Partial<Column<never>> = {}): Column<never> => ({ key, header: key, cell: () => null, ...over });
const name = column("name", { least: 10 });

it("a table stands as one from where each of its columns gets its least, and is cards below", () => {
  const needed = (columns: readonly Column<never>[], marked = false) => leastRoom + tableRoom(columns, marked).more;
  expect(needed([name, column("state", { width: "w-[20%]", least: 10 })])).toBe(42);
  expect(needed([name, column("date", { width: "w-40" }), column("amount", { width: "w-80" }), column("tax", { width: "w-20" })])).toBe(45);
  expect(needed([name, column("date", { width: "w-40" }), column("amount", { width: "w-80" }), column("tax", { width: "w-20" })], true)).toBe(52);
  // Where no width would do it stands as a table from the last one on.
  expect(needed([name, column("all", { least: 99 })])).toBe(70);
});

it("a share of the table never falls under what the column is read at", () => {
  expect(headWidth(column("state", { width: "w-[20%]", least: 10 }), false)).toBe("max(20cqw, 10rem)");
  expect(headWidth(column("a header that needs room", { width: "w-[20%]", numeric: true }), false)).toBe("max(20cqw, 10rem)");
  expect(headWidth(column("date", { width: "w-40" }), false)).toBeUndefined();
});

it("columns without a width share the rest evenly, so what one of them needs each of them gets", () => {
  const two = [name, column("why", { least: 15 })];
  expect(isRoomFor(two, false, 29)).toBe(false);
  expect(isRoomFor(two, false, 30)).toBe(true);
});

it("columns that may go come back one after the other, and never while the rows are cards", () => {
  const may = (key: string) => column(key, { width: "w-64", wideOnly: true });
  const { more, gone } = tableRoom([name, column("date", { width: "w-64" }), may("group"), may("tags"), may("more")]);
  expect(more).toBe(0);
  expect([...gone.values()]).toEqual(["@max-[52rem]:hidden!", "@max-[61rem]:hidden!", "@max-[84rem]:hidden!"]);
});

it("what goes first gives its room to what somebody chose beside it", () => {
  const may = (key: string, wideOnly: true | "first-to-go") => column(key, { width: "w-64", wideOnly });
  const { gone } = tableRoom([name, column("date", { width: "w-64" }), may("group", "first-to-go"), may("number", true)]);
  expect(gone.get("number")).toBe("@max-[52rem]:hidden!");
  expect(gone.get("group")).toBe("@max-[61rem]:hidden!");
});

it("the style sheet and the code say the same of the least room", () => {
  const [, width] = /@container cards \(width < (\d+)rem\)/.exec(readFileSync("app/globals.css", "utf8")) ?? [];
  expect(Number(width)).toBe(leastRoom);
});
