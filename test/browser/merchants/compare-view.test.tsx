// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { CompareView, type CompareViewProps } from "@/components/merchants/compare/compare-view";
import type { ComparedSide } from "@/lib/desk/compare";
import { callOf } from "@/lib/klarna/call";
import { accounts } from "@/lib/klarna/operations/accounts";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";

import { standAt } from "../navigation";
import { type Answer, Doors, merchant, renderFresh } from "./desk";

const idOf = (name: string) => `krn:partner:global:account:test:${name}`;
const side = (name: string, known = true): ComparedSide => ({
  is: "merchant",
  account_id: idOf(name),
  known: known ? merchant({ account_id: idOf(name), account_name: name }) : undefined,
  call: callOf(accounts.get, { account_id: idOf(name) }, { expand: ["products"] }),
});
const doorOf = (name: string) => `/api/klarna/test/accounts.get?expand=products&account_id=${encodeURIComponent(idOf(name))}`;
const answer = (name: string, more = {}) => ({ account_id: idOf(name), account_name: name, state: "OPERATIONAL", state_reason: "SETUP_COMPLETE", ...more });

beforeEach(() => {
  standAt("/test/merchants/compare");
  window.history.replaceState(null, "", "?");
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("two merchants side by side", () => {
  it("are read by one call each, and show what differs, in words", async () => {
    const doors = await open({ [doorOf("NORD")]: { json: answer("NORD", { account_group_reference: "nordic" }) }, [doorOf("SUED")]: { json: answer("SUED") } });
    expect(doors.askedFor("/api/klarna/test/accounts.get")).toBe(2);
    expect(screen.getByText("They differ in 2 fields.")).toBeTruthy();
    expect(field("Account", "Name")).toBe("Differs: NameNORD: NORDSUED: SUED");
    expect(field("Account", "Group reference")).toBe("Differs: Group referenceNORD: nordicSUED: Not given");
    expect(screen.queryByText("State")).toBeNull();
  });

  it("show everything when the address says so, and what is the same with its mark", async () => {
    window.history.replaceState(null, "", "?show=everything");
    await open({ [doorOf("NORD")]: { json: answer("NORD") }, [doorOf("SUED")]: { json: answer("SUED") } });
    expect(field("Account", "State")).toBe("The same: StateNORD: OperationalSUED: Operational");
    fireEvent.click(screen.getByRole("checkbox", { name: "Show everything" }));
    expect(window.location.search).toBe(`?${new URLSearchParams({ left: idOf("NORD"), right: idOf("SUED") })}`);
  });

  it("say of masked values that look the same that they may differ", async () => {
    const bank = { extra_account_data: { settlement_information: { bank_accounts: [{ bank_account_id: "b", iban: "SE•• •••• 7466" }] } } };
    await open({ [doorOf("NORD")]: { json: answer("NORD", bank) }, [doorOf("SUED")]: { json: answer("SUED", bank) } });
    expect(screen.getByText(/1 masked value looks the same, which doesn't prove that it is\./)).toBeTruthy();
    expect(field("Payouts and bank accounts", "IBAN")).toContain("Both look the same, but only a part is shown: they may differ.");
  });

  it("show the one that could be read when the other couldn't, compare nothing, and offer to try again", async () => {
    const doors = await open({ [doorOf("NORD")]: { json: answer("NORD") }, [doorOf("SUED")]: { problem: 503, code: "KLARNA_UNREACHABLE" } });
    expect(screen.getByText(/^Only one of them could be read/)).toBeTruthy();
    expect(field("Account", "Name")).toBe("Not compared: NameNORD: NORDSUED: Not read");
    doors.set(doorOf("SUED"), { json: answer("SUED") });
    await act(async () => fireEvent.click(within(screen.getByRole("region", { name: "Right side" })).getByRole("button", { name: "Try again" })));
    expect(await screen.findByText("They differ in 1 field.")).toBeTruthy();
  });

  it("say that Klarna knows no such account", async () => {
    await open({ [doorOf("NORD")]: { json: answer("NORD") }, [doorOf("SUED")]: { problem: 404, code: "RESOURCE_NOT_FOUND" } }, { right: side("SUED", false) });
    expect(screen.getByRole("region", { name: "Right side" }).textContent).toContain("Klarna knows no such account");
  });

  it("that are one and the same say so, and are read once", async () => {
    const doors = await open({ [doorOf("NORD")]: { json: answer("NORD") } }, { right: side("NORD") });
    expect(screen.getByText("Both sides are the same merchant")).toBeTruthy();
    expect(doors.askedFor("/api/klarna/test/accounts.get")).toBe(1);
  });

  it.each([
    [{ is: "open" }, "No merchant yet"],
    [{ is: "malformed" }, "This names no account of Klarna's"],
    [{ is: "elsewhere", account_id: "krn:partner:x:live:A", belongs_to: "live", connected: true }, "This account belongs to LIVE"],
    [{ is: "erased", account_id: idOf("GONE") }, "Erased from this desk"],
  ] as const)("with %j on a side say what is wrong with it, and Klarna isn't asked about it", async (right, title) => {
    const doors = await open({ [doorOf("NORD")]: { json: answer("NORD") } }, { right });
    expect(within(screen.getByRole("region", { name: "Right side" })).getByRole("heading", { name: title })).toBeTruthy();
    expect(doors.askedFor("/api/klarna/test/accounts.get")).toBe(1);
    expect(screen.queryByText(/They differ|They don't differ/)).toBeNull();
  });

  it("swap by an address, and keep what is shown", async () => {
    window.history.replaceState(null, "", "?show=everything");
    await open({ [doorOf("NORD")]: { json: answer("NORD") }, [doorOf("SUED")]: { json: answer("SUED") } });
    const href = screen.getByRole("link", { name: "Swap sides" }).getAttribute("href");
    expect(href).toBe(`/test/merchants/compare?${new URLSearchParams({ left: idOf("SUED"), right: idOf("NORD"), show: "everything" })}`);
  });

  it("name what a role may not see, and who may", async () => {
    await open({ [doorOf("NORD")]: { json: answer("NORD") }, [doorOf("SUED")]: { json: answer("SUED") } }, { peopleShownTo: ["admin", "support"] });
    for (const title of ["Owner", "People"]) expect(screen.getByRole("region", { name: title }).textContent).toContain("the role admin or support");
  });
});

async function open(answers: Record<string, Answer>, given: Partial<CompareViewProps> = {}): Promise<Doors> {
  const doors = new Doors({ "/api/klarna/test/distributionProfiles.list": { json: [] }, ...answers });
  renderFresh(
    <CompareView
      environment="test"
      left={side("NORD")}
      right={side("SUED")}
      categories={{}}
      profiles={callOf(distributionProfiles.list, {})}
      peopleShownTo={undefined}
      {...given}
    />,
  );
  await waitFor(() => {
    for (const waiting of [screen.queryByLabelText("Loading"), screen.queryByText("Asking Klarna …")]) expect(waiting).toBeNull();
  });
  return doors;
}

/** A field with its mark and both values, as it is read out. */
function field(section: string, label: string): string {
  const term = within(screen.getByRole("region", { name: section })).getByText(label, { selector: "dt *" });
  return term.closest("dl > div")?.textContent ?? "";
}
