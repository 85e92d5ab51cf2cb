import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { wholeNumber } from "@/lib/klarna/query";

const id = (name: string) => z.string().refine((given) => checkPathParam(name, given) === undefined, "isn't one of Klarna's identifiers");

/** A version of a plan. */
export const planInput = z.strictObject({
  environment: z.enum(environments),
  payment_program_plan_id: id("payment_program_plan_id"),
  version: wholeNumber(0).optional(),
});
