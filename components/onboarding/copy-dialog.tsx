"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { everything, longestText } from "@/lib/desk/directory";
import type { MerchantPage } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

export interface CopyDialogProps {
  readonly environment: Environment;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (accountId: string) => void;
}

/** Asks which merchant a new one should begin as a copy of, and says what a copy leaves out. */
export function CopyDialog({ environment, open, onClose, onChoose }: CopyDialogProps) {
  const [chosen, setChosen] = useState("");
  const [search] = useState(() => searchMerchants(environment));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Start from a copy"
      description="Group, legal form, addresses, brands and product are taken over. Never people, bank accounts, company numbers, references or websites."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" unavailable={chosen === "" ? "Choose a merchant first." : undefined} onClick={() => onChoose(chosen)}>
            Start from this copy
          </Button>
        </>
      }
    >
      <Combobox label="Merchant to copy" value={chosen} onChange={setChosen} options={search} placeholder="Type a name or reference" />
      {/* Room for the list, which would otherwise be cut off by the dialog. */}
      <div className="h-56" />
    </Dialog>
  );
}

const most = 20;

/** Finds merchants as the directory does: the best first, the latest known while nothing is typed. */
function searchMerchants(environment: Environment) {
  return async (text: string) => {
    const asked = { ...everything, text: text.slice(0, longestText) };
    const { merchants } = await send<MerchantPage>("/api/desk/directory", { method: "POST", body: { environment, asked, limit: most } });
    return merchants.map(({ account_id, account_name, account_reference }) => ({
      value: account_id,
      label: account_name ?? account_id,
      ...(account_reference && { detail: account_reference }),
    }));
  };
}
