import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { query } from "@/lib/server/db/client";

import { noKlarna, withDesk } from "../harness/desk";
import { type SignedIn, signedIn } from "../harness/people";
import { findBy, look, merchant, shownTo } from "./stage";

withDesk(noKlarna, { DESK_TIME_SCALE: "1" });

let person: SignedIn;
beforeAll(async () => {
  person = await signedIn("operations");
});
beforeEach(async () => {
  for (const table of ["attention", "attention_looks", "notes", "webhook_events", "operations", "runs", "merchants"]) await query(`DELETE FROM ${table}`);
});

const found = (rule: string) => findBy(rule, person);

describe("partially operational", () => {
  const partially = { state: "PARTIALLY_OPERATIONAL", reason: "INITIAL_SETUP" };

  test("for eleven minutes is found; for nine, or of an account that Klarna doesn't know, it isn't", async () => {
    const stuck = await merchant({ ...partially, inStateFor: "11 minutes" });
    await merchant({ ...partially, inStateFor: "9 minutes" });
    await merchant({ ...partially, inStateFor: "11 minutes", missing: true });
    await merchant({ inStateFor: "11 minutes" });
    expect(await found("stuck")).toEqual([stuck]);
    const [item] = await shownTo(person);
    expect(item?.reason).toBe("Partially operational for over 10 minutes; Klarna normally needs seconds.");
  });

  test("is found in both environments, and goes by itself when the account is operational", async () => {
    const ids = [await merchant({ ...partially }), await merchant({ ...partially, environment: "live" })];
    expect(await found("stuck")).toEqual([...ids].sort());
    expect((await shownTo(person, { environment: "live" })).map(({ account_id }) => account_id)).toEqual([ids[1]]);
    await query("UPDATE merchants SET state = 'OPERATIONAL'");
    expect(await found("stuck")).toEqual([]);
  });
});

describe("a product that is disabled", () => {
  const product = (state: string, state_reason?: string) => ({
    product_id: "krn:product:1",
    type: "PAYMENT",
    state,
    ...(state_reason !== undefined && { state_reason }),
  });

  test("is found where Klarna did it, whatever its reason, and where it ended the product", async () => {
    const klarnas = [
      await merchant({ products: [product("ENABLED"), product("DISABLED", "FRAUDULENT_BEHAVIOUR")] }),
      await merchant({ products: [product("DISABLED", "A_REASON_OF_TOMORROW")] }),
      await merchant({ products: [product("TERMINATED")] }),
    ];
    expect(await found("product-disabled")).toEqual([...klarnas].sort());
    const reasons = (await shownTo(person)).map(({ reason }) => reason);
    expect(reasons).toContain("Klarna has disabled this product because it sees fraudulent behaviour.");
    expect(reasons).toContain("Klarna has ended this product.");
  });

  test("isn't found where our own side did it, or where nobody can tell", async () => {
    for (const reason of ["FRAUD_BY_PARTNER", "VOLUNTARY_BY_PARTNER", "SOMETHING_BY_PARTNER", "", undefined])
      await merchant({ products: [product("DISABLED", reason)] });
    await merchant({ products: [product("ENABLED", "APPROVED"), { ...product("DISABLED"), state_reason: null }] });
    await merchant({ products: [product("DISABLED", "OTHER_RISK")], missing: true });
    expect(await found("product-disabled")).toEqual([]);
  });

  test("is another thing when Klarna ends what it had disabled", async () => {
    const id = await merchant({ products: [product("DISABLED", "OTHER_RISK")] });
    await look();
    await query("UPDATE attention SET done_at = now()");
    await query("UPDATE merchants SET products = $1", [JSON.stringify([product("TERMINATED", "OTHER_RISK")])]);
    expect(await found("product-disabled")).toEqual([id]);
  });
});

test("people that look incomplete are found, one thing for each gap; complete ones and those that nobody has read aren't", async () => {
  const id = await merchant({ gaps: ["SOLE_TRADER_WITHOUT_OWNER", "ALTERNATIVE_BESIDE_ULTIMATE"] });
  await merchant({ gaps: [] });
  await merchant();
  expect(await found("people-incomplete")).toEqual([id, id]);
  await query("UPDATE merchants SET people_gaps = '[\"ALTERNATIVE_BESIDE_ULTIMATE\"]' WHERE account_id = $1", [id]);
  await look();
  expect(await shownTo(person)).toMatchObject([{ reason: "An alternative beneficial owner beside an ultimate one." }]);
});

test("a merchant that wasn't seen for thirty-one days is found, also one never read; twenty-nine days are none", async () => {
  const old = await merchant({ seenAgo: "31 days", firstSeenAgo: "90 days" });
  const never = await merchant({ seenAgo: "never", firstSeenAgo: "31 days" });
  await merchant({ seenAgo: "29 days", firstSeenAgo: "90 days" });
  await merchant({ seenAgo: "never", firstSeenAgo: "29 days" });
  await merchant({ seenAgo: "31 days", missing: true });
  expect(await found("unseen")).toEqual([old, never].sort());
  await query("UPDATE merchants SET seen_at = now()");
  expect(await found("unseen")).toEqual([]);
});

describe("a note that names a colleague", () => {
  const note = async (accountId: string, named: readonly SignedIn[]) => {
    const [row] = await query<{ id: string }>("INSERT INTO notes (environment, account_id, person_id, body) VALUES ('test', $1, $2, '\\x00') RETURNING id", [
      accountId,
      person.id,
    ]);
    for (const { id } of named) await query("INSERT INTO note_mentions VALUES ($1, $2)", [row?.id, id]);
    return row?.id ?? "";
  };

  test("is that colleague's; naming oneself, or somebody who has left, asks nobody for anything", async () => {
    const [colleague, left] = [await signedIn("support"), await signedIn("support")];
    const id = await merchant();
    await query("UPDATE people SET disabled_at = now() WHERE id = $1", [left.id]);
    const noteId = await note(id, [colleague, left, person]);
    expect(await found("mention")).toEqual([id]);
    const items = await shownTo(colleague, { tab: "mine" });
    expect(items).toMatchObject([
      { account_id: id, person: { id: colleague.id }, reason: expect.stringMatching(/^operations \d+ names support \d+ in a note\.$/) },
    ]);
    await query("DELETE FROM notes WHERE id = $1", [noteId]);
    expect(await found("mention")).toEqual([]);
  });
});
