"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { type Accounts, slots, slotWords } from "@/lib/desk/books/slots";
import type { Environment } from "@/lib/klarna/environment";

import type { LeftAccounts } from "./accounts-dialog";

// Loaded when somebody opens it.
const AccountsDialog = dynamic(() => import("./accounts-dialog").then((module) => module.AccountsDialog));

export interface AccountListProps {
  readonly environment: Environment;
  readonly accounts: Accounts;
  readonly mayChange: boolean;
}

/** The accounts of finance's own books that each part goes to. */
export function AccountList({ environment, accounts, mayChange }: AccountListProps) {
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<LeftAccounts>();
  return (
    <section aria-labelledby="accounts" className="mt-8 max-w-2xl">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="accounts" className="font-semibold text-base">
          Accounts
        </h2>
        {mayChange && (
          <Button icon={<Pencil aria-hidden />} onClick={() => setOpen(true)}>
            Change accounts
          </Button>
        )}
      </div>
      <DescriptionList items={slots.map((slot) => ({ term: slotWords[slot].label, value: accountText(slot, accounts) }))} />
      {open && (
        <AccountsDialog
          environment={environment}
          accounts={accounts}
          left={left}
          onClose={(typed) => {
            setLeft(typed);
            setOpen(false);
          }}
        />
      )}
    </section>
  );
}

function accountText(slot: (typeof slots)[number], accounts: Accounts) {
  const account = accounts[slot];
  if (account)
    return (
      <>
        <span className="mono tabular-nums">{account.number}</span> {account.name}
      </>
    );
  if (slot === "sales" || slot === "refunds") return <span className="text-muted">None: against clearing, your shop books them itself</span>;
  return undefined;
}
