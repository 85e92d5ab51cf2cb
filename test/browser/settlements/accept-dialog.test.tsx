// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, within as inside, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Identities } from "@/components/settlements/identities";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { readDesk } from "@/lib/query/read";

import { haveDialogs } from "../dialogs";
import { Doors } from "../merchants/desk";
import { standAt } from "../navigation";
import { madeSettlement, within } from "./made-settlement";

beforeEach(() => {
  haveDialogs();
  standAt("/test/settlements/S-1");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const door = "/api/desk/settlements/S-1";
const differing = (sha256: string) => madeSettlement(sha256, { verdict: "differs", lines_gap: "1" });

it("a reason that was refused since the settlement has changed is there again for how it stands now", async () => {
  const doors = new Doors({ [door]: { json: differing("newer") }, [`${door}/accept`]: { problem: 409, code: "SETTLEMENT_CHANGED" } });
  show();
  await ask();
  type("Klarna's ticket 77");
  press("Accept the difference");
  await screen.findByText("It wasn't accepted");
  // By the refusal itself: nobody waits for the next time that the page looks.
  await screen.findByText("Of the report newer");
  fireEvent(dialog(), new Event("cancel", { cancelable: true }));
  await ask();
  expect(reason().value).toBe("Klarna's ticket 77");
  press("Accept the difference");
  await waitFor(() => expect(doors.bodies).toContainEqual({ environment: "test", sha256: "newer", chain_gap: null, reason: "Klarna's ticket 77" }));
});

it("a reason is thrown away by whoever leaves the difference", async () => {
  new Doors({});
  show();
  await ask();
  type("Klarna's ticket 77");
  press("Leave it");
  await ask();
  expect(reason().value).toBe("");
});

function Page() {
  const { data } = useQuery({ ...readDesk<SettlementDetail>("settlements/S-1", { environment: "test" }), initialData: differing("read"), staleTime: 60_000 });
  return within(
    data,
    <>
      <p>Of the report {data.loaded?.sha256}</p>
      <Identities />
    </>,
  );
}

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
}

async function ask() {
  await waitFor(() => expect(document.querySelector("dialog")).toBeNull());
  fireEvent.click(screen.getByText("Accept the difference"));
  await waitFor(() => expect(reason()).toBeDefined());
}

function dialog(): HTMLDialogElement {
  return document.querySelector("dialog") as HTMLDialogElement;
}

function reason(): HTMLTextAreaElement {
  return inside(dialog()).getByLabelText("Why");
}

function type(value: string) {
  fireEvent.change(reason(), { target: { value } });
}

function press(words: string) {
  fireEvent.click(inside(dialog()).getByText(words));
}
