// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { NewFromTable } from "@/components/onboarding/table/new-from-table";
// It is there when a table is chosen.
import "@/components/onboarding/table/table-view";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";

import { haveDialogs } from "../../dialogs";
import { Doors, renderFresh } from "../../merchants/desk";
import { standAt } from "../../navigation";
import { asCsv } from "./made-up-table";

beforeEach(() => {
  haveDialogs();
  standAt("/test/merchants/new/table");
  new Doors({
    "/api/klarna/test/distributionProfiles.list": { json: [] },
    "/api/desk/drafts/rows": { json: [{ id: "d1", made: true }] },
    "/api/desk/": { json: [] },
  });
  renderFresh(<NewFromTable environment="test" profiles={callOf(distributionProfiles.list, {})} />);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const fileOf = (content: string | Uint8Array, name: string) => new File([content as BlobPart], name);
const tableOf = (name: string) =>
  fileOf(
    asCsv([
      ["Reference", "Page"],
      ["SE-1", "https://blomster.example"],
    ]),
    name,
  );
const choose = (file: File) => act(async () => fireEvent.change(screen.getByLabelText(/^Choose (a|another) file$/), { target: { files: [file] } }));
const page = () => screen.getByRole<HTMLSelectElement>("combobox", { name: "Page" });
const address = () => page().selectedOptions[0]?.textContent;

/** A table is open, a person has said what one of its columns is, and its row has become a draft. */
async function openTable(): Promise<void> {
  await choose(tableOf("spring.csv"));
  await screen.findByText("spring.csv");
  const [option] = [...(await screen.findByRole<HTMLSelectElement>("combobox", { name: "Page" })).options].filter(({ text }) => text === "Website: Address");
  fireEvent.change(page(), { target: { value: option?.value } });
  fireEvent.click(screen.getByRole("button", { name: "Make 1 draft" }));
  await screen.findByText("1 draft made");
}

const large = fileOf("a,b", "large.csv");
Object.defineProperty(large, "size", { value: 4_000_001 });
const gone = Object.assign(fileOf("a,b", "gone.csv"), { arrayBuffer: () => Promise.reject(new Error("NotReadableError")) });

it.each([
  ["larger than 4 MB", large, "This file is larger than 4 MB"],
  ["no text", fileOf(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 0xff, 0xfe, 0]), "list.pdf"), "Save the spreadsheet as CSV"],
  ["empty", fileOf("", "empty.csv"), "The file is empty."],
  ["not to be read", gone, "This file couldn't be read."],
])(
  "a second file that is %s is refused, and the open table stays, with its columns and what came of its rows, until another was read",
  async (_, file, words) => {
    await openTable();
    await choose(file);
    expect((await screen.findByRole("alert")).textContent).toContain(words);
    expect(screen.getByText("No other table was read: the one that was open stays")).toBeTruthy();
    expect([screen.queryByText("spring.csv"), screen.queryByText("1 draft made"), address()]).toEqual([
      expect.anything(),
      expect.anything(),
      "Website: Address",
    ]);
    await choose(tableOf("summer.csv"));
    await screen.findByText("summer.csv");
    expect([screen.queryByRole("alert"), screen.queryByText("spring.csv"), screen.queryByText("1 draft made")]).toEqual([null, null, null]);
    expect(address()).not.toBe("Website: Address");
  },
);

it("a first file that is refused is told, and no table is said to stay", async () => {
  await choose(large);
  expect(await screen.findByText("No table was read")).toBeTruthy();
});

it("nothing is begun in the open table while another is read, and of two files the later counts, whichever is read first", async () => {
  await openTable();
  let arrive: (() => void) | undefined;
  const slow = tableOf("slow.csv");
  const bytes = await slow.arrayBuffer();
  Object.assign(slow, { arrayBuffer: () => new Promise((resolve) => (arrive = () => resolve(bytes))) });
  await choose(slow);
  expect(page().closest("[inert]") !== null).toBe(true);
  await waitFor(() => expect(arrive).toBeDefined());
  await choose(fileOf("", "empty.csv"));
  await screen.findByText("The file is empty.");
  expect(page().closest("[inert]") !== null).toBe(false);
  await act(async () => arrive?.());
  expect([screen.queryByText("slow.csv"), screen.queryByText("spring.csv")]).toEqual([null, expect.anything()]);
});
