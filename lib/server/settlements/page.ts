import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";

import { checkPathParam } from "@/lib/klarna/identifier";
import { environmentOf, readParams } from "@/lib/routes";

import { signedInTo, signedInWith } from "../page";
import { findSettlement } from "./detail";

/** The settlement that a page's address names, for somebody who may see it; undefined where the desk doesn't know it. Read once a page. */
export async function settlementIn(params: Promise<{ environment: string; settlement_id: string }>) {
  const address = await readParams(params);
  const { environment } = await signedInTo(environmentOf(address));
  await signedInWith("settlements:read");
  const id = address?.settlement_id;
  if (id === undefined || checkPathParam("settlement_id", id) !== undefined) notFound();
  return { environment, settlement_id: id, settlement: await found(environment, id) };
}

const found = cache(findSettlement);
