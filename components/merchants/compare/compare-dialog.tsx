"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import type { Environment } from "@/lib/klarna/environment";
import { merchantOptions } from "@/lib/query/merchant-options";

export interface CompareDialogProps {
  readonly environment: Environment;
  readonly open: boolean;
  readonly onClose: () => void;
  /** What the choice is for: "Compare Blomster AB with". */
  readonly title: string;
  /** The address of the comparison with the chosen one. */
  readonly href: (accountId: string) => string;
}

/** Asks for a merchant to put on a side of a comparison, by name, reference or account id. */
export function CompareDialog({ environment, open, onClose, title, href }: CompareDialogProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState("");
  const [search] = useState(() => merchantOptions(environment, { strangers: true }));
  // Opened again it begins anew: the field would know no name for what was chosen before.
  const close = () => {
    setChosen("");
    onClose();
  };
  const compare = () => {
    close();
    router.push(href(chosen));
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" unavailable={chosen === "" ? "Choose a merchant first." : undefined} onClick={compare}>
            Compare
          </Button>
        </>
      }
    >
      <Combobox
        label="Merchant"
        value={chosen}
        onChange={setChosen}
        options={search}
        placeholder="Type a name or reference, or paste an account id"
        help={`In ${environment.toUpperCase()}.`}
      />
      {/* Room for the list, which would otherwise be cut off by the dialog. */}
      <div className="h-56" />
    </Dialog>
  );
}
