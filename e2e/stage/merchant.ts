import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";

import type { Environment } from "@/lib/klarna/environment";

import { serial, type Visitor } from "./person";

/** A merchant that a story made for itself. */
export interface Merchant {
  readonly account_id: string;
  readonly account_reference: string;
  readonly account_name: string;
}

/** Everybody in it is made up; the numbers pass their check digits. */
export const owner = { given_name: "Eva", family_name: "Lagerkvist", email: "eva.lagerkvist@example.com", phone: "+46701740605" };

/** Onboards a merchant through the desk's door, as the wizard would; for stories that begin after that. */
export async function onboard({ context }: Visitor, environment: Environment = "test"): Promise<Merchant> {
  const id = serial();
  const named = { account_reference: `STORY-${id}`, account_name: `Åkerbär & Döttrar ${id}` };
  const profiles: readonly { readonly distribution_profile_id: string }[] = await (
    await context.request.get(`/api/klarna/${environment}/distributionProfiles.list`)
  ).json();
  const response = await context.request.post(`/api/klarna/${environment}/accounts.onboard`, {
    headers: { "x-attempt": randomUUID() },
    data: {
      ...named,
      account_owner: owner,
      products: [{ type: "PAYMENT", distribution_profile_id: profiles[0]?.distribution_profile_id, merchant_category_code: "5712" }],
      channel: { websites: [{ urls: [`https://www.${id.toLowerCase()}.example`] }] },
    },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { account_id } = await response.json();
  return { account_id, ...named };
}
