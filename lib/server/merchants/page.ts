import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";

import { type MerchantInGroup, merchantName } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { environmentOf, readParams } from "@/lib/routes";

import { signedInTo } from "../page";
import { merchantAddress } from "./address";
import { findMerchant } from "./directory";
import { inGroup } from "./group";

type Params = Promise<{ environment: string; account_id: string }>;

interface MerchantAddress {
  readonly environment: Environment;
  readonly account_id: string;
}

/** Whose page this is, for somebody who is signed in. Not found when the address names no account. */
export async function merchantAt(params: Params): Promise<MerchantAddress> {
  const address = await merchantIn(params);
  if (!address) notFound();
  return address;
}

/** The same for what stands around the page: undefined when the address names no account, since it is the page that says so. */
export async function merchantIn(params: Params): Promise<MerchantAddress | undefined> {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  return merchantAddress.safeParse({ environment, account_id: given?.account_id }).data;
}

/** What the directory knows of an account. Asked once a page. */
export const knownMerchant = cache(async (environment: Environment, accountId: string): Promise<MerchantInGroup | undefined> => {
  const merchant = await findMerchant(environment, accountId);
  return merchant && inGroup(merchant);
});

/** What a browser's tab says: the merchant's name, after the section's. */
export async function merchantTitle(params: Params, section?: string): Promise<string> {
  const { environment, account_id } = await merchantAt(params);
  const known = await knownMerchant(environment, account_id);
  const name = known ? merchantName(known) : "Merchant";
  return section ? `${section} · ${name}` : name;
}
