// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { Selected } from "@/components/merchants/list/selected";
import { useSelection } from "@/components/merchants/list/use-selection";
import { type DirectoryQuery, everything } from "@/lib/desk/directory";

import { merchant } from "./desk";

afterEach(cleanup);

const rows = ["krn:1", "krn:2", "krn:3"].map((account_id) => merchant({ account_id }));
let selection: ReturnType<typeof useSelection>;

function List({ asked = everything }: { readonly asked?: DirectoryQuery }) {
  selection = useSelection(rows);
  return (
    <Selected environment="test" selection={selection} asked={asked} total={24} mayDo={[]} download={{ busy: false, save: async () => undefined } as never} />
  );
}
const said = () => screen.queryAllByRole("status")[0]?.textContent;

function chooseAll() {
  const shown = render(<List />);
  act(() => selection.toggleAll());
  fireEvent.click(screen.getByRole("button", { name: /^All 24/ }));
  expect(said()).toBe("All 24 that match");
  return shown;
}

describe("all that match", () => {
  it("are meant no more once one of those that are ticked is unticked", () => {
    chooseAll();
    act(() => selection.toggle("krn:2"));
    expect(said()).toBe("2 selected");
  });

  it("don't come back with what is ticked later", () => {
    chooseAll();
    act(() => selection.toggleAll());
    act(() => selection.toggle("krn:1"));
    expect(said()).toBe("1 selected");
  });

  it("don't come back with the question that they were an answer to", () => {
    const { rerender } = chooseAll();
    rerender(<List asked={{ ...everything, text: "blomster" }} />);
    expect(said()).toBe("3 selected");
    rerender(<List />);
    expect(said()).toBe("3 selected");
  });

  it("are still meant when the list is put in another order", () => {
    const { rerender } = chooseAll();
    rerender(<List asked={{ ...everything, sort: { key: "name", descending: true } }} />);
    expect(said()).toBe("All 24 that match");
  });
});
