import { expect, it } from "vitest";

import { GET } from "@/app/api/desk/merchants/[account_id]/route";
import { query } from "@/lib/server/db/client";
import { findMerchant } from "@/lib/server/merchants/directory";
import { countOthersInGroup } from "@/lib/server/merchants/group";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

it("counts the others of a merchant's group, by reference or by id, within its environment", async () => {
  await query(
    `INSERT INTO merchants (environment, account_id, account_group_reference, account_group_id) VALUES
     ('test', 'krn:a', 'nordic', 'krn:g1'), ('test', 'krn:b', 'nordic', NULL), ('test', 'krn:c', NULL, 'krn:g1'),
     ('test', 'krn:d', 'other', 'krn:g2'), ('live', 'krn:e', 'nordic', 'krn:g1'), ('test', 'krn:f', NULL, NULL), ('test', 'krn:g', NULL, NULL)`,
  );
  expect(await others("krn:a")).toBe(2);
  expect(await others("krn:d")).toBe(0);
  expect(await others("krn:f")).toBe(0);
  const request = browserRequest("/door", "GET", { cookie: (await signedIn("support")).cookie, search: { environment: "test" } });
  const { body } = await answered(await GET(request, { params: Promise.resolve({ account_id: "krn:a" }) }));
  expect(body).toMatchObject({ account_id: "krn:a", others_in_group: 2 });
});

async function others(accountId: string): Promise<number> {
  const merchant = await findMerchant("test", accountId);
  if (!merchant) throw new Error("The merchant wasn't planted");
  return countOthersInGroup(merchant);
}
