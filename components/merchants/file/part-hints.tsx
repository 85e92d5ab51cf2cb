"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";

import { useCheckHints } from "@/components/operation/use-check-hints";
import type { CheckHint } from "@/lib/desk/check";
import type { EditedPart } from "@/lib/desk/file";
import { fileFields } from "@/lib/klarna/file/fields";
import { at, type PartResource, partIn } from "@/lib/klarna/file/parts";
import { writtenValue } from "@/lib/klarna/file/values";

import { useMerchantHere } from "../merchant-context";

const Hints = createContext<ReadonlyMap<string, CheckHint>>(new Map());

/** Asks the desk, whenever typing pauses, what looks odd about a part, and tells the fields inside. When it can't be asked there are no hints. */
export function PartHintsProvider({
  resource,
  edited,
  children,
}: {
  readonly resource: PartResource;
  readonly edited: EditedPart;
  readonly children: ReactNode;
}) {
  const { merchant, account } = useMerchantHere();
  const place = places[resource];
  const data = useCheckHints(merchant.environment, place?.body(changed(resource, edited), businessName(account), merchant.account_name), merchant.account_id);
  const hints = useMemo(
    () => new Map((data ?? []).flatMap((hint) => (place && hint.path.startsWith(place.path) ? [[hint.path.slice(place.path.length), hint] as const] : []))),
    [data, place],
  );
  return <Hints value={hints}>{children}</Hints>;
}

/** What looks odd about a field. */
export function usePartHint(name: string): CheckHint | undefined {
  return useContext(Hints).get(name);
}

type Sent = Readonly<Record<string, unknown>>;

/** Where each part stands in an onboarding, which the desk's checks are written for. */
const places: Partial<
  Record<PartResource, { readonly path: string; readonly body: (part: Sent, business: string | undefined, name: string | null) => unknown }>
> = {
  accounts: { path: "", body: ({ account_reference }) => ({ account_reference }) },
  businessInformation: { path: "extra_account_data.business_information.", body: (business_information) => ({ extra_account_data: { business_information } }) },
  stakeholders: {
    path: "extra_account_data.beneficiary_information.stakeholders.0.",
    body: ({ address }) => ({ extra_account_data: { beneficiary_information: { stakeholders: [{ address: postal(address) }] } } }),
  },
  bankAccounts: {
    path: "extra_account_data.settlement_information.bank_accounts.0.",
    body: (bank, business, name) => ({
      ...(name && { account_name: name }),
      extra_account_data: { settlement_information: { bank_accounts: [bank] }, ...(business && { business_information: { business_name: business } }) },
    }),
  },
};

/** What is typed; of a mask nothing can be checked but the country that an IBAN's begins with. */
function changed(resource: PartResource, { values, start, stamps }: EditedPart): Sent {
  const part: Record<string, unknown> = {};
  for (const row of fileFields[resource]) {
    const written = writtenValue(row, values[row.name]);
    if (written === undefined) continue;
    if (isMask(row.name, { values, start, stamps })) {
      if (row.name === "iban" && /^[A-Z]{2}•/.test(String(written))) part.iban_country = String(written).slice(0, 2);
      continue;
    }
    const [top = "", rest] = row.name.split(".");
    part[top] = rest === undefined ? written : { ...(part[top] as object | undefined), [rest]: written };
  }
  return part;
}

/** Whether a field still shows the mask that it came with. */
export function isMask(name: string, { values, start, stamps }: Pick<EditedPart, "values" | "start" | "stamps">): boolean {
  return Object.hasOwn(stamps, name) && start[name] !== "" && values[name] === start[name];
}

function postal(address: unknown): unknown {
  return { country: at(address, ["country"]), postal_code: at(address, ["postal_code"]) };
}

function businessName(account: unknown): string | undefined {
  const name = partIn(account, { resource: "businessInformation" })?.business_name;
  return typeof name === "string" ? name : undefined;
}
