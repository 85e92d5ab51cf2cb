// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import { Wizard } from "@/components/onboarding/wizard";
import type { Draft } from "@/lib/desk/draft";

import { Doors, renderFresh } from "../merchants/desk";
import { openableDialogs } from "../merchants/file/at-file";
import { router, standAt } from "../navigation";
import { draftOf } from "./draft-desk";

configure({ asyncUtilTimeout: 20_000 });
beforeAll(() => {
  openableDialogs();
  vi.stubGlobal("scrollTo", () => undefined);
  standAt("/test/merchants/new/d-1", { environment: "test" });
});
afterEach(cleanup);

const asLoaded = draftOf({ version: 1, content: {} });

it("shows what was saved since its page was made, as after going back to it, before anything is typed", async () => {
  begin({ ...asLoaded, version: 12, content: { account_name: "Nordlys" } });
  expect(await screen.findByDisplayValue("Nordlys")).toBe(screen.getByRole("textbox", { name: "Name" }));
});

it("of a merchant that was made since its page was goes on to the merchant", async () => {
  begin({ ...asLoaded, outcome: "confirmed", account_id: "krn:account:1", content: null });
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith("/test/merchants/krn%3Aaccount%3A1"));
});

/** A page that was made when the draft was begun, at a desk that has this of it now. */
function begin(now: Draft): void {
  new Doors({ "/api/desk/drafts/": { json: now }, "/api/desk/checks": { json: [] } });
  renderFresh(<Wizard draft={asLoaded} step="merchant" profiles={{} as never} faults={[]} />);
}
