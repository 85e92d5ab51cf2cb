// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MerchantFrame, type MerchantFrameProps } from "@/components/merchants/merchant-frame";
import { MerchantOverview, type MerchantOverviewProps } from "@/components/merchants/merchant-overview";
import type { MerchantInGroup } from "@/lib/desk/merchant";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";

import { router } from "../navigation";
import { type Answer, accountId, Doors, merchant, merchantDoor, quiet, renderFresh } from "./desk";

const klarnaDoor = `${merchantDoor}/file`;
const profilesDoor = "/api/klarna/test/distributionProfiles.list";
const settingUp = { state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP" };
const account = {
  ...merchant(),
  account_owner: { given_name: "Åsa", family_name: "von Öhman", email: "asa@blomster.example", phone: null },
  extra_account_data: { business_information: { business_name: "Blomster i Göteborg AB", business_entity_type: "LIMITED_LIABILITY_COMPANY" } },
};

const file = (read: unknown) => ({ account: read, stamps: {}, read_at: "2026-11-23T12:00:00Z" });

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  router.refresh.mockClear();
});

describe("the merchant's page", () => {
  it("shows at once what the directory knows, and then what Klarna says", async () => {
    open({ [klarnaDoor]: { json: file(account) }, [profilesDoor]: { json: [{ distribution_profile_id: "krn:profile:1", name: "Standard" }] } });
    expect(screen.getByRole("heading", { level: 1, name: "Blomster i Göteborg" })).toBeTruthy();
    expect(value("Products", "Category")).toBe("Florists (5992)");
    expect(value("Products", "Profile")).toContain("krn:profile:1");
    expect(value("Owner", "Name")).toBe("\u200b");
    await pass(0);
    expect(value("Owner", "Name")).toBe("Åsa von Öhman");
    expect(value("Owner", "Telephone")).toBe("Not given");
    expect(value("Business", "Legal form")).toBe("Limited liability company");
    expect(value("Products", "Profile")).toBe("Standard");
  });

  it("follows an account that Klarna sets up, announces when it is done, and reads it again", async () => {
    const doors = open({ [klarnaDoor]: { json: file({ ...account, ...settingUp }) } }, merchant(settingUp));
    await pass(0);
    expect(announced()).toBe("");
    expect(doors.askedFor(klarnaDoor)).toBe(1);
    doors.set(merchantDoor, { json: merchant() });
    doors.set(klarnaDoor, { json: file(account) });
    await pass(1_500);
    expect(announced()).toBe("Blomster i Göteborg is now operational.");
    expect(within(screen.getByRole("region", { name: "State" })).getByText("Now operational")).toBeTruthy();
    expect(doors.askedFor(klarnaDoor)).toBe(2);
    expect(doors.askedFor(`${merchantDoor}/timeline`)).toBeGreaterThan(0);
    doors.set(merchantDoor, { json: merchant({ missing_since: "2026-11-23T12:00:00Z" }) });
    await pass(20_000);
    expect(within(screen.getByRole("region", { name: "State" })).getByText("Not at Klarna")).toBeTruthy();
  });

  it("asks neither Klarna nor the desk so often once there is nothing to wait for", async () => {
    const doors = open({ [klarnaDoor]: { json: file(account) } });
    await pass(0);
    const before = doors.askedFor(`${merchantDoor}?`);
    await pass(14_000);
    expect(doors.askedFor(`${merchantDoor}?`)).toBe(before);
    expect(doors.askedFor(klarnaDoor)).toBe(1);
    expect(announced()).toBe("");
  });

  it("says that Klarna can't be reached and how old the shown things are, keeps them, and tries again when asked to", async () => {
    const doors = open({ [klarnaDoor]: { problem: 503, code: "KLARNA_UNREACHABLE", errorId: "8d2c" } });
    await pass(0);
    const line = screen.getByText("Klarna can't be reached.").closest("div");
    expect(line?.textContent).toContain("This is what the desk saw3 min ago");
    expect(line?.textContent).toContain("8d2c");
    expect(value("Products", "Category")).toBe("Florists (5992)");
    expect(value("Products", "Profile")).toContain("krn:profile:1");
    expect(value("Owner", "Name")).toBe("Not read");
    doors.set(klarnaDoor, { json: file(account) });
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await pass(0);
    expect(screen.queryByText("Klarna can't be reached.")).toBeNull();
    expect(value("Owner", "Name")).toBe("Åsa von Öhman");
  });

  it.each<[Answer, string]>([
    ["away", "The desk can't be reached."],
    [{ problem: 503, code: "DATABASE_DOWN" }, "The desk's database can't be reached."],
    [{ problem: 401, code: "SIGNED_OUT" }, "You are signed out."],
  ])("keeps all it shows while the desk is away (%o)", async (answer, words) => {
    const doors = open({ [klarnaDoor]: { json: file(account) } });
    await pass(0);
    doors.set("/api", answer);
    for (const door of [klarnaDoor, merchantDoor, `${merchantDoor}/timeline`]) doors.set(door, answer);
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    await pass(0);
    expect(screen.getByText(words)).toBeTruthy();
    expect(value("Owner", "Name")).toBe("Åsa von Öhman");
  });

  it("calls an account that Klarna doesn't know what it is, and no failure to read", async () => {
    const gone = merchant({ missing_since: "2026-11-23T11:00:00Z" });
    open({ [klarnaDoor]: { problem: 404, code: "RESOURCE_NOT_FOUND" } }, gone);
    await pass(0);
    expect(screen.getByText(/^Not at Klarna since/).textContent).toContain("1 h ago");
    expect(within(screen.getByRole("region", { name: "State" })).getByText("Not at Klarna")).toBeTruthy();
    expect(screen.queryByText(/what the desk saw/)).toBeNull();
    expect(screen.queryByRole("link", { name: /Start a new one/ })).toBeNull();
  });

  it("says of a stranger what Klarna says of it", async () => {
    const doors = new Doors({ [klarnaDoor]: { problem: 404, code: "RESOURCE_NOT_FOUND" } });
    renderFresh(view({ known: undefined }));
    expect(screen.getByText("Asking Klarna about it …")).toBeTruthy();
    await pass(0);
    expect(screen.getByText("Klarna knows no such account")).toBeTruthy();
    expect(doors.asked.every((path) => path.startsWith(klarnaDoor))).toBe(true);
  });

  it.each([
    ["a stranger", undefined],
    ["what was known by its id only", merchant({ account_name: null, account_reference: null, products: null, seen_at: null })],
  ])("makes %s a merchant of the desk's, once Klarna knows it, and has its page made anew", async (_, known) => {
    new Doors({ ...quiet, [klarnaDoor]: { json: file(account) }, [merchantDoor]: { json: merchant() } });
    renderFresh(view({ known }));
    await pass(100);
    expect(screen.getByRole("heading", { level: 1, name: "Blomster i Göteborg" })).toBeTruthy();
    expect(announced()).toBe("");
    expect(router.refresh).toHaveBeenCalledTimes(1);
  });

  it("tells those who may not see people so, in words, and draws no way to onboard for those who may not", async () => {
    open({ [klarnaDoor]: { json: { ...account, account_owner: { given_name: "•••" } } } }, merchant(), {
      ownerHiddenFrom: "admin or operations",
      mayOnboard: false,
      mayTag: false,
    });
    await pass(0);
    expect(screen.getByText(/^Not shown to your role/).textContent).toContain("admin or operations");
    expect(screen.queryByText("•••")).toBeNull();
    expect(screen.queryByRole("link", { name: /Start a new one/ })).toBeNull();
  });

  it("offers a new merchant from this one to those who may", () => {
    open({ [klarnaDoor]: { json: file(account) } });
    const link = screen.getByRole("link", { name: /Start a new one/ });
    expect(link.getAttribute("href")).toBe(`/test/merchants/new?copy_of=${encodeURIComponent(accountId)}`);
  });
});

function open(answers: Record<string, Answer>, known: MerchantInGroup = merchant(), given: Partial<MerchantFrameProps & MerchantOverviewProps> = {}): Doors {
  const doors = new Doors({ ...quiet, [merchantDoor]: { json: known }, ...answers });
  renderFresh(view({ known, ...given }));
  return doors;
}

function view(given: Partial<MerchantFrameProps & MerchantOverviewProps>) {
  return (
    <MerchantFrame
      environment="test"
      accountId={accountId}
      known={undefined}
      timeline={{ pinned: [], entries: [], next: null }}
      claim={null}
      me="me"
      readAt={new Date().toISOString()}
      access={{ write: false, people: false, bank: false, reveal: false }}
      edit={null}
      sections={[]}
      mayOnboard
      mayTag
      {...given}
    >
      <MerchantOverview
        profiles={callOf(distributionProfiles.list, {})}
        categories={{ "5992": "Florists" }}
        settled={null}
        ownerHiddenFrom={undefined}
        {...given}
      />
    </MerchantFrame>
  );
}

async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds + 50));
}

function value(section: string, term: string): string | null | undefined {
  const found = within(screen.getByRole("region", { name: section })).getByText(term);
  return found.nextElementSibling?.textContent;
}

function announced(): string | null | undefined {
  return screen.getAllByRole("status").find((element) => element.tagName === "P")?.textContent;
}
