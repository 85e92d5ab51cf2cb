import "server-only";
import { z } from "zod";

import { noCurrency } from "@/lib/desk/filter-words";
import { kindOf, type SettlementDetail, type SettlementFilter, type SettlementLineFilter, settlementVerdicts } from "@/lib/desk/settlement";
import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { filled } from "@/lib/klarna/text";

const settlementId = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const fault = checkPathParam("settlement_id", value);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });
const after = z.string().max(600).optional();
const text = filled(200).transform((value) => value.trim());
// Kinds and ids are Klarna's: printable ASCII, whatever their shape.
const given = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,200}$/, "This isn't an identifier of Klarna's");
const day = z.iso.date("Write a day, such as 2026-10-12").regex(/^2\d{3}/, "Write a day of this millennium");
const minor = z.string().regex(/^-?\d{1,18}$/, "Write an amount in minor units, such as -1250");

/** One settlement, by the environment and its id. */
export const oneSettlement = z.strictObject({ environment: z.enum(environments), settlement_id: settlementId });

const filter = {
  text: text.optional(),
  verdict: z.enum(settlementVerdicts).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .or(z.literal(noCurrency))
    .optional(),
  from: day.optional(),
  to: day.optional(),
  paid: z.literal("late").optional(),
};

/** How the doors of the list are asked: for all of it as a file, and a page at a time. */
export const settlementListFile = z.strictObject({ environment: z.enum(environments), ...filter });
export const settlementList = settlementListFile.extend({ after });

/** The filter in a page's address; what makes no sense there isn't asked about. */
export function settlementFilterIn(search: Readonly<Record<string, string | string[] | undefined>>): SettlementFilter {
  const asked = Object.entries(filter).map(([name, field]) => [name, field.safeParse(search[name]).data]);
  return Object.fromEntries(asked.filter(([, value]) => value !== undefined));
}

/** How the door of a settlement's transactions is asked. */
export const settlementLineList = oneSettlement.extend({
  kind: given.regex(/\//, "This isn't a kind, such as SALE/CAPTURE").optional(),
  account: given.optional(),
  reference: text.optional(),
  from: minor.optional(),
  to: minor.optional(),
  day: z.iso.date().optional(),
  after,
});
export const settlementImport = z.strictObject({ environment: z.enum(environments) });
export const settlementFeeList = oneSettlement.extend({ account: given.optional(), after });
export const settlementMerchantList = oneSettlement.extend({ after });
export const settlementPayment = z.strictObject({ environment: z.enum(environments), payment_id: given });
export const settlementGap = oneSettlement.extend({ part: z.string().regex(/^[a-z_]{1,100}$/) });
/** One of its files, or only whether there is one. */
export const settlementFile = oneSettlement.extend({
  check: z
    .literal("yes")
    .transform(() => true)
    .optional(),
});
export const settlementSheet = settlementFile.extend({ account_id: given.optional() });
export const settlementWish = oneSettlement.extend({ replaces: z.boolean().default(false) });
export const settlementAcceptance = oneSettlement.extend({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  chain_gap: minor.nullable().default(null),
  reason: z
    .string()
    .trim()
    .min(3, "Say why, for whoever looks at it later")
    .max(1_000, "At most 1,000 characters")
    .refine((value) => !value.includes("\0") && !/\p{Cs}/u.test(value), "Remove characters that can't be written"),
});

/** The filter of transactions in a page's address, of a report with these kinds; what makes no sense there isn't asked about. */
export function settlementLineFilterIn(
  search: Readonly<Record<string, string | string[] | undefined>>,
  kinds: SettlementDetail["types"] = [],
): SettlementLineFilter {
  const said: Readonly<Record<string, unknown>> = { ...search, kind: search.kind ?? kindOnce(search.type, kinds) };
  const { environment: _, settlement_id: __, after: ___, ...fields } = settlementLineList.shape;
  const asked = Object.entries(fields).map(([name, field]) => [name, field.safeParse(said[name]).data]);
  return Object.fromEntries(asked.filter(([, value]) => value !== undefined));
}

/** Addresses that are older named a kind by its last word alone: that one, where it is but one kind's. */
function kindOnce(word: string | string[] | undefined, kinds: SettlementDetail["types"]): string | undefined {
  const [kind, ...others] = kinds.filter(({ type, detailed_type }) => (detailed_type || type) === word);
  return kind && others.length === 0 ? kindOf(kind) : undefined;
}
