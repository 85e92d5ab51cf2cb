// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { FilterPanel } from "@/components/merchants/list/filter-panel";
import { emptyDraft } from "@/components/merchants/many/acts";
import { OrderFields } from "@/components/merchants/many/order-fields";
import { CategoryTouches } from "@/components/merchants/products/category-touches";
import { LatelySettled } from "@/components/merchants/products/lately-settled";
import { GapCandidates } from "@/components/settlements/gap-candidates";
import { everything } from "@/lib/desk/directory";
import type { Settled } from "@/lib/desk/settled";
import { readDesk } from "@/lib/query/read";

import { haveDialogs } from "./dialogs";
import { type Answer, accountId, Doors, merchantDoor } from "./merchants/desk";
import { standAt } from "./navigation";
import { madeLine, madeSettlement } from "./settlements/made-settlement";

beforeEach(() => {
  haveDialogs();
  standAt("/test/merchants");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const away: Answer = { problem: 503, code: "DATABASE_DOWN" };
const facetsDoor = "/api/desk/directory/facets";
const tagsDoor = "/api/desk/tags";
const facets: Answer = { json: { countries: [{ value: "SE", name: "SE" }], categories: [], products: [] } };
const tags: Answer = { json: [{ id: "t1", name: "Autumn", colour: "green" }] };
const settled: Settled = { captures: 0, refunds: 0, chargebacks: 0, last: null, sums: null, loaded_to: "2026-11-24T00:00:00Z", is_old: false, missing: 0 };
const here = { environment: "test", accountId } as const;
const gap = <GapCandidates key="gap" settlement={madeSettlement("a")} part="capture_amount" gap="4000" />;
const gapDoor = "/api/desk/settlements/S-1/candidates";
const filters = <FilterPanel environment="test" asked={everything} onAsk={() => undefined} />;

function TagOrder() {
  const [draft, setDraft] = useState(emptyDraft);
  return <OrderFields environment="test" act="tag" draft={draft} onDraft={setDraft} fault={() => undefined} />;
}

/** Says that something can't be read, to whom nobody says so. */
function Away({ path }: { readonly path: string }) {
  const { error } = useQuery(readDesk(path, { environment: "test" }));
  return error && <p>{path} can't be read</p>;
}

/** Draws something, and answers what has all of it read anew, as when somebody comes back to the window. */
function drawn(shown: ReactNode): () => Promise<void> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={client}>{shown}</QueryClientProvider>);
  return () => act(() => client.invalidateQueries());
}

const again = () => screen.findByRole("button", { name: "Try again" });
const field = (name: string) => screen.queryByLabelText<HTMLInputElement>(name, { selector: "input" });
const type = (name: string, value: string) => fireEvent.change(field(name) as HTMLInputElement, { target: { value } });

// What is decided on: it is said that it may be old.
it.each([
  [
    "what a merchant settled",
    `${merchantDoor}/settled`,
    settled,
    <LatelySettled key="settled" {...here} />,
    /^No settlement report that the desk has loaded names/,
  ],
  [
    "what a category touches",
    `${merchantDoor}/products/fit`,
    { code: "5411", enablements: [] },
    <CategoryTouches key="fit" {...here} productId="p1" code="5411" />,
    /^No payment program was enabled/,
  ],
  ["what may be behind a gap", gapDoor, { lines: [madeLine(27, "Old shop")], more: false }, gap, "Line 27"],
])("%s stays where it can't be read again, and is said to be perhaps old until it was", async (_, door, json, shown, words) => {
  const doors = new Doors({ [door]: { json } });
  const readAnew = drawn(shown);
  await screen.findByText(words);
  doors.set(door, away);
  await readAnew();
  const notice = await screen.findByText(/^What you see may be old: .* couldn't be read again$/);
  expect(notice.compareDocumentPosition(screen.getByText(words)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  doors.set(door, { json });
  fireEvent.click(await again());
  await waitFor(() => expect(screen.queryByText(/couldn't be read/)).toBeNull());
  expect(screen.getByText(words)).toBeTruthy();
});

it("what may be behind a gap, and was never read, is said to be unread, and is read at another try", async () => {
  const doors = new Doors({ [gapDoor]: away });
  drawn(gap);
  expect(await screen.findByText("The transactions that may be behind it couldn't be read")).toBeTruthy();
  expect(screen.queryByText(/^Looking for/)).toBeNull();
  doors.set(gapDoor, { json: { lines: [madeLine(27, "Old shop")], more: false } });
  fireEvent.click(await again());
  expect(await screen.findByText("Line 27")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("what is typed in a filter stays where its names can't be read again", async () => {
  const doors = new Doors({ [facetsDoor]: facets, [tagsDoor]: tags });
  const readAnew = drawn(
    <>
      {filters}
      <Away path="directory/facets" />
      <Away path="tags" />
    </>,
  );
  await waitFor(() => expect([field("Country")?.placeholder, field("Tag")?.placeholder]).toEqual(["Any", "Any"]));
  type("Country", "swe");
  type("Tag", "aut");
  for (const door of [facetsDoor, tagsDoor]) doors.set(door, away);
  await readAnew();
  await screen.findByText("directory/facets can't be read");
  await screen.findByText("tags can't be read");
  expect([field("Country")?.value, field("Tag")?.value]).toEqual(["swe", "aut"]);
  expect(screen.getByRole("option", { name: /Autumn/ })).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

it.each([
  ["names of the directory", facetsDoor, ["Country", "Category", "Product state"], "Tag"],
  ["tags", tagsDoor, ["Tag"], "Country"],
])(
  "where the %s of the filters were never read, they are missed, with another try, and the others are there with what is typed",
  async (_, door, missed, there) => {
    const doors = new Doors({ [facetsDoor]: facets, [tagsDoor]: tags, [door]: away });
    drawn(filters);
    type("Group", "nor");
    expect(await screen.findByText("The filters couldn't be read")).toBeTruthy();
    expect(missed.map(field)).toEqual(missed.map(() => null));
    await waitFor(() => expect(field(there)?.placeholder).toBe("Any"));
    doors.set(door, door === tagsDoor ? tags : facets);
    fireEvent.click(await again());
    await waitFor(() => expect(missed.map(field)).not.toContain(null));
    expect([field("Group")?.value, screen.queryByRole("alert")]).toEqual(["nor", null]);
  },
);

it("the tags that are to be given to many stay, with those that are ticked, where they can't be read again", async () => {
  const doors = new Doors({ [tagsDoor]: tags });
  const readAnew = drawn(
    <>
      <TagOrder />
      <Away path="tags" />
    </>,
  );
  const box = await screen.findByRole<HTMLInputElement>("checkbox", { name: "Autumn" });
  fireEvent.click(box);
  box.focus();
  doors.set(tagsDoor, away);
  await readAnew();
  await screen.findByText("tags can't be read");
  expect([document.activeElement === box, box.checked, screen.queryByRole("alert")]).toEqual([true, true, null]);
});

it("tags for many that were never read are said to be unread, and the place is kept until they are", async () => {
  const doors = new Doors({ [tagsDoor]: away });
  drawn(<TagOrder />);
  const button = await again();
  let arrive: (answer: Answer) => void = () => undefined;
  doors.set(tagsDoor, new Promise<Answer>((settle) => (arrive = settle)));
  button.focus();
  fireEvent.click(button);
  await waitFor(() => expect(doors.askedFor(tagsDoor)).toBe(2));
  expect([document.activeElement === button, screen.queryByText("The tags couldn't be read")]).toEqual([true, expect.anything()]);
  arrive(tags);
  expect(await screen.findByRole("checkbox", { name: "Autumn" })).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});
