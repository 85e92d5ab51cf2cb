import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";

import { merchantName } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { environmentOf, readParams } from "@/lib/routes";

import { signedInTo } from "../page";
import { merchantAddress } from "./address";
import { findMerchant } from "./directory";

type Params = Promise<{ environment: string; account_id: string }>;

/** Whose page this is, for somebody who is signed in. Not found when the address names no account. */
export async function merchantAt(params: Params): Promise<{ readonly environment: Environment; readonly account_id: string }> {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  const address = merchantAddress.safeParse({ environment, account_id: given?.account_id });
  if (!address.success) notFound();
  return address.data;
}

/** What the directory knows of an account. Asked once a page. */
export const knownMerchant = cache(findMerchant);

/** What a browser's tab says: the merchant's name, after the section's. */
export async function merchantTitle(params: Params, section?: string): Promise<string> {
  const { environment, account_id } = await merchantAt(params);
  const known = await knownMerchant(environment, account_id);
  const name = known ? merchantName(known) : "Merchant";
  return section ? `${section} · ${name}` : name;
}
