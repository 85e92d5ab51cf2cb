"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import type { Environment } from "@/lib/klarna/environment";
import { merchantOptions } from "@/lib/query/merchant-options";

export interface CopyDialogProps {
  readonly environment: Environment;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (accountId: string) => void;
}

/** Asks which merchant a new one should begin as a copy of, and says what a copy leaves out. */
export function CopyDialog({ environment, open, onClose, onChoose }: CopyDialogProps) {
  const [chosen, setChosen] = useState("");
  const [search] = useState(() => merchantOptions(environment));
  // Opened again it begins anew: the field would know no name for what was chosen before.
  const close = () => {
    setChosen("");
    onClose();
  };
  const choose = () => {
    setChosen("");
    onChoose(chosen);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title="Start from a copy"
      description="Group, legal form, addresses, brands and product are taken over. Never people, bank accounts, company numbers, references or websites."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" unavailable={chosen === "" ? "Choose a merchant first." : undefined} onClick={choose}>
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
