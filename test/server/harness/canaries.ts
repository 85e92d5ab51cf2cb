import { z } from "zod";

import { type SensitiveClass, sensitive } from "@/lib/klarna/sensitive";

import { madeUpOnboarding } from "../../klarna/made-up";
import { idsFor } from "./calls";

const { account_owner: owner, extra_account_data: extra } = madeUpOnboarding;

/** What Klarna's answers hold in a marked field, by its class and how it may be shown. */
export const canaries = {
  people: { clear: "Canaria Singvogel", date: "1961-07-23", tail: "19610723-4557" },
  bank: { clear: "Gelbfeder Handel", tail: "DE89370400440532013000", date: "" },
  secret: { clear: "klarna_test_api_canary_secret", date: "", tail: "" },
  words: { clear: "Signe sang at the till", date: "", tail: "" },
} as const satisfies Record<SensitiveClass, Record<"clear" | "date" | "tail", string>>;

/** Every marked value that a test types or that Klarna answers: none may be in a record, in a log or in a refusal. */
export const sensitiveValues: readonly string[] = [
  ...Object.values(canaries).flatMap((shown) => Object.values(shown)),
  ...[owner.given_name, owner.family_name, owner.email, owner.phone, extra.account_information.account_created_from_ip],
  ...extra.beneficiary_information.stakeholders.flatMap((person) => [person.date_of_birth, person.national_identification.number, "Fyrvägen 9", "Nacka"]),
  ...extra.settlement_information.bank_accounts.flatMap((bankAccount) => [bankAccount.iban, bankAccount.bic, bankAccount.account_holder]),
  "Cards of strangers",
].filter((value) => value !== "" && value !== extra.business_information.business_name);

/** The sensitive values that a text holds, in clear or as the hexadecimal of their bytes. */
export function sensitiveIn(text: string): readonly string[] {
  return sensitiveValues.filter((value) => text.includes(value) || text.includes(Buffer.from(value).toString("hex")));
}

/** An answer with every field filled: marked ones with their class's canary, the others with their own name. */
export function canaryAnswer(schema: z.ZodType, name = "answer"): unknown {
  const mark = sensitive.get(schema);
  if (mark) return schema instanceof z.ZodString ? canaries[mark.class][mark.shown] : { city: canaries[mark.class][mark.shown] };
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
    return Object.fromEntries(fields.map(([key, field]) => [key, canaryAnswer(field, key)]));
  }
  if (schema instanceof z.ZodArray) return [canaryAnswer(schema.element as z.ZodType, name)];
  if (schema instanceof z.ZodUnion) return canaryAnswer(schema.options[0] as z.ZodType, name);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 7;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodPipe) return canaryAnswer((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType, name);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodCatch)
    return canaryAnswer(schema.unwrap() as z.ZodType, name);
  if (name === "account_id") return idsFor("accounts.get").account_id;
  return schema instanceof z.ZodString ? `some ${name}` : undefined;
}
