import "server-only";
import { z } from "zod";

import { bookStyles, isMonth } from "@/lib/desk/books/month";
import { typedAccounts } from "@/lib/desk/books/typed-accounts";
import { environments } from "@/lib/klarna/environment";
import { checked } from "@/lib/klarna/text";

const environment = z.enum(environments);
const month = checked((value) => (isMonth(value) ? undefined : "Write a month, such as 2026-10"));
const style = z.enum(bookStyles);
const id = z.uuid("isn't an export's id").toLowerCase();

export const accountsInput = z.strictObject({ environment, accounts: typedAccounts, seen: typedAccounts });
export const lookInput = z.strictObject({ environment, month, style });
export const exportInput = lookInput.extend({ seen: z.string().regex(/^[0-9a-f]{64}$/, "isn't what a look answers") });
export const exportAddress = z.strictObject({ environment, id });
export const fileInput = exportAddress.extend({ style });
export const lockInput = z.strictObject({ environment, month, locked: z.boolean() });
