// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { SelectionBar } from "@/components/merchants/list/selection-bar";
import { useSelection } from "@/components/merchants/list/use-selection";

import { merchant } from "./desk";

afterEach(cleanup);

const nothing = () => undefined;
const rows = Array.from({ length: 1_001 }, (_, at) => merchant({ account_id: `krn:${at}` }));
let selection: ReturnType<typeof useSelection>;

function Shown() {
  selection = useSelection(rows);
  const { merchants, full } = selection;
  return (
    <SelectionBar
      {...{ merchants, full, matching: 4_312, all: false, mayDo: [], exporting: false, onAll: nothing, onAct: nothing, onExport: nothing, onClear: nothing }}
    />
  );
}

it("says that no more can be ticked once as many are as the desk takes at once", () => {
  render(<Shown />);
  act(() => {
    for (const { account_id } of rows.slice(0, 999)) selection.toggle(account_id);
  });
  expect(screen.getAllByRole("status")[0]?.textContent).toBe("999 selected");
  act(() => selection.toggleAll());
  expect(screen.getAllByRole("status")[0]?.textContent).toBe("1,000 selected, no more can be ticked");
  act(() => selection.toggle("krn:1000"));
  expect(selection.has("krn:1000")).toBe(false);
  act(() => selection.toggle("krn:0"));
  expect(screen.getAllByRole("status")[0]?.textContent).toBe("999 selected");
});
