import "server-only";
import type { ComparedSide } from "@/lib/desk/compare";
import { callOf } from "@/lib/klarna/call";
import { type Environment, environments } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import type { Role } from "@/lib/klarna/permissions";

import { env } from "../env";
import { expansionsFor } from "../file/read-file";
import { erasedAt } from "../keeping/erase";
import { merchantAddress } from "./address";
import { findMerchant } from "./directory";

/** What an address says of one side of a comparison, and how it is read: by one call, with all that this role may see. Nothing erased is read. */
export async function comparedSide(environment: Environment, given: string | undefined, role: Role): Promise<ComparedSide> {
  const text = given?.trim() ?? "";
  if (text === "") return { is: "open" };
  const address = merchantAddress.safeParse({ environment, account_id: text });
  if (!address.success) return { is: "malformed" };
  const { account_id } = address.data;
  const belongsTo = environments.find((name) => name !== environment && account_id.includes(`:${name}:`));
  if (belongsTo) return { is: "elsewhere", account_id, belongs_to: belongsTo, connected: env().klarna.has(belongsTo) };
  const [known, erased] = await Promise.all([findMerchant(environment, account_id), erasedAt(environment, account_id)]);
  if (erased) return { is: "erased", account_id };
  return { is: "merchant", account_id, known, call: callOf(accounts.get, { account_id }, { expand: expansionsFor(role) }) };
}
