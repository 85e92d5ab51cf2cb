"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";

import { useCheckHints } from "@/components/operation/use-check-hints";
import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";

import type { Checked } from "./check";

const Hints = createContext<ReadonlyMap<string, CheckHint>>(new Map());

/** Asks the desk, whenever typing pauses, what looks odd, and tells the fields inside. When the desk can't be asked there are no hints. */
export function HintsProvider({
  environment,
  checked,
  children,
}: {
  readonly environment: Environment;
  readonly checked: Checked | undefined;
  readonly children: ReactNode;
}) {
  const data = useCheckHints(environment, checked && checkable(checked.body));
  const hints = useMemo(() => new Map(data?.map((hint) => [checked?.formPath(hint.path) ?? hint.path, hint])), [data, checked]);
  return <Hints value={hints}>{children}</Hints>;
}

/** What looks odd about a field. */
export function useHint(name: string): CheckHint | undefined {
  return useContext(Hints).get(name);
}

/** Only what the desk checks: of people, no more than their postal codes. */
function checkable(body: Checked["body"]): unknown {
  const { account_reference, account_name, extra_account_data } = body as Body;
  const { business_information, beneficiary_information, settlement_information } = extra_account_data ?? {};
  const stakeholders = beneficiary_information?.stakeholders?.map(({ address }) => ({
    address: address && { country: address.country, postal_code: address.postal_code },
  }));
  return {
    account_reference,
    account_name,
    ...(extra_account_data && {
      extra_account_data: {
        business_information,
        ...(stakeholders && { beneficiary_information: { stakeholders } }),
        ...(settlement_information?.bank_accounts !== undefined && { settlement_information: { bank_accounts: settlement_information.bank_accounts } }),
      },
    }),
  };
}

interface Body {
  readonly account_reference?: unknown;
  readonly account_name?: unknown;
  readonly extra_account_data?: {
    readonly business_information?: unknown;
    readonly beneficiary_information?: { readonly stakeholders?: readonly { readonly address?: Readonly<Record<string, unknown>> }[] };
    readonly settlement_information?: { readonly bank_accounts?: unknown };
  };
}
