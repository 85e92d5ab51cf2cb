import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import type { Column } from "@/components/ui/table";
import { headWidth, isRoomFor, tableRoom } from "@/components/ui/table-room";

const column = (key: string, over: Partial<Column<never>> = {}): Column<never> => ({ key, header: key, cell: () => null, ...over });
const name = column("name", { least: 10 });

it("a table stands as one from where each of its columns gets its least, and is cards below", () => {
  const container = (columns: readonly Column<never>[], marked = false) => tableRoom(columns, marked).container;
  expect(container([name, column("state", { width: "w-[20%]", least: 10 })])).toBe("@container/cards-42");
  expect(container([name, column("date", { width: "w-40" }), column("amount", { width: "w-80" }), column("tax", { width: "w-20" })])).toBe(
    "@container/cards-45",
  );
  expect(container([name, column("date", { width: "w-40" }), column("amount", { width: "w-80" }), column("tax", { width: "w-20" })], true)).toBe(
    "@container/cards-52",
  );
  // Where no width would do it stands as a table from the last one on.
  expect(container([name, column("all", { least: 99 })])).toBe("@container/cards-70");
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
  const { container, gone } = tableRoom([name, column("date", { width: "w-64" }), may("group"), may("tags"), may("more")]);
  expect(container).toBe("@container/cards-42");
  expect([...gone.values()]).toEqual(["@max-[52rem]:hidden!", "@max-[61rem]:hidden!", "@max-[84rem]:hidden!"]);
});

it("what goes first gives its room to what somebody chose beside it", () => {
  const may = (key: string, wideOnly: true | "first-to-go") => column(key, { width: "w-64", wideOnly });
  const { gone } = tableRoom([name, column("date", { width: "w-64" }), may("group", "first-to-go"), may("number", true)]);
  expect(gone.get("number")).toBe("@max-[52rem]:hidden!");
  expect(gone.get("group")).toBe("@max-[61rem]:hidden!");
});

it("each width under which rows are cards has its line in the style sheet, and each of its lines is of one", () => {
  const inStyles = [...readFileSync("app/globals.css", "utf8").matchAll(/@container (cards-(\d+)) \(width < (\d+)rem\)/g)];
  for (const [, , named, width] of inStyles) expect(named).toBe(width);
  const inCode = [...readFileSync("components/ui/table-room.ts", "utf8").matchAll(/@container\/(cards-\d+)/g)];
  expect(inCode.map(([, container]) => container)).toEqual(inStyles.map(([, container]) => container));
});
