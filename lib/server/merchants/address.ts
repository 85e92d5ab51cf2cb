import "server-only";
import { z } from "zod";

import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { ProblemError } from "@/lib/klarna/problem";

import { findMerchant } from "./directory";

/** How a request names one merchant. */
export const merchantAddress = z.strictObject({
  environment: z.enum(environments),
  account_id: z.string().refine((id) => checkPathParam("account_id", id) === undefined, "isn't one of Klarna's identifiers"),
});

/** The merchant as last seen. Throws 404 when the directory has never heard of it. */
export async function requireMerchant({ environment, account_id }: z.output<typeof merchantAddress>): Promise<DirectoryMerchant> {
  const merchant = await findMerchant(environment, account_id);
  if (!merchant) throw new ProblemError({ status: 404, code: "UNKNOWN_MERCHANT", message: "The desk doesn't know this merchant yet." });
  return merchant;
}
