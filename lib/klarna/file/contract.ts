import { z } from "zod";

import type { Operation } from "../operation";
import { accountInformation } from "../operations/account-information";
import { accounts } from "../operations/accounts";
import { bankAccounts } from "../operations/bank-accounts";
import { businessInformation } from "../operations/business-information";
import { collections } from "../operations/collections";
import { settlementInformation } from "../operations/settlement-information";
import { stakeholders } from "../operations/stakeholders";
import { websites } from "../operations/websites";
import { type FieldRow, fileFields } from "./fields";
import { at, type Fields, type PartResource } from "./parts";
import { canonical, inputValue, type Written, writtenValue } from "./values";

/** What can be done with a part, as rows of the contract. Where Klarna reads only all of a kind, `list` says so. */
export interface PartRows {
  readonly get?: Operation;
  readonly list?: Operation;
  readonly update: Operation;
  readonly create?: Operation;
  readonly delete?: Operation;
}

export const partRows: Readonly<Record<PartResource, PartRows>> = {
  accounts,
  businessInformation,
  accountInformation,
  stakeholders,
  settlementInformation,
  bankAccounts,
  websites,
  collections,
};

/** The schema that Klarna's answers about a part are read with. */
export function partSchema(resource: PartResource): z.ZodType {
  return partRows[resource].update.output;
}

/** What is sent for some new values of a part's fields, or which of them can't be sent. */
export interface PartBody {
  readonly body: Fields;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

/**
 * The body of a change: only what changed, but a changed object whole, completed from `current`, and what Klarna asks for in every change.
 * Klarna merges at the top and says nothing about more (its reference, PATCH): a text there can be replaced and not emptied.
 */
export function changeBody(resource: PartResource, current: Fields, to: Readonly<Record<string, Written>>): PartBody {
  const rows = fileFields[resource];
  const body: Record<string, unknown> = {};
  const faults = [];
  for (const [name, written] of Object.entries(to)) {
    const [top = ""] = name.split(".");
    if (top !== name)
      body[top] = wholeObject(
        rows.filter((row) => row.name.startsWith(`${top}.`)),
        current,
        to,
      );
    else if (written === undefined) faults.push({ path: name, message: "Klarna has no way to empty this field. Write what holds now, or leave it as it was." });
    else body[name] = written;
  }
  for (const name of requiredNames(partRows[resource].update)) body[name] ??= completion(rows, current, name);
  return { body, faults };
}

/** The body for a part that Klarna hasn't got yet. */
export function newBody(resource: PartResource, to: Readonly<Record<string, Written>>): Fields {
  const rows = fileFields[resource];
  const body: Record<string, unknown> = {};
  for (const [name, written] of Object.entries(to)) {
    const [top = ""] = name.split(".");
    if (written === undefined) continue;
    body[top] =
      top === name
        ? written
        : wholeObject(
            rows.filter((row) => row.name.startsWith(`${top}.`)),
            {},
            to,
          );
  }
  for (const name of requiredNames(partRows[resource].create)) body[name] ??= completion(rows, {}, name);
  return body;
}

/** A field as Klarna has it, as one text for comparing and for digests. */
export function currentValue(row: FieldRow, part: unknown): string {
  return canonical(currentWritten(row, part));
}

function currentWritten(row: FieldRow, part: unknown): Written {
  return writtenValue(row, inputValue(row, at(part, row.name.split("."))));
}

function wholeObject(rows: readonly FieldRow[], current: unknown, to: Readonly<Record<string, Written>>): Fields {
  const fields = rows.map(
    (row) => [row.name.slice(row.name.indexOf(".") + 1), Object.hasOwn(to, row.name) ? to[row.name] : currentWritten(row, current)] as const,
  );
  return Object.fromEntries(fields.filter(([, written]) => written !== undefined));
}

/** What Klarna wants named in every change: as it stands. The type of a bank account is the only one there is. */
function completion(rows: readonly FieldRow[], current: unknown, name: string): unknown {
  const row = rows.find((one) => one.name === name);
  return row ? currentWritten(row, current) : (at(current, [name]) ?? (name === "bank_account_type" ? "IBAN" : undefined));
}

function requiredNames(operation: Operation | undefined): readonly string[] {
  const { body } = operation ?? {};
  return body instanceof z.ZodObject
    ? Object.entries(body.shape as Record<string, z.ZodType>).flatMap(([name, field]) => (field.isOptional() ? [] : [name]))
    : [];
}
