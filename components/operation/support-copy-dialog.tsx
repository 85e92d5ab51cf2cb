"use client";

import { useParams } from "next/navigation";

import { TextDialog } from "@/components/ui/text-dialog";
import { type Incident, supportText } from "@/lib/klarna/support-text";
import { decodeParams, environmentOf } from "@/lib/routes";

export interface SupportCopyDialogProps {
  readonly incident: Incident;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What Klarna's support asks for, ready to be copied into a ticket. */
export function SupportCopyDialog({ incident, open, onClose }: SupportCopyDialogProps) {
  const here = decodeParams(useParams<{ environment: string; account_id?: string }>() ?? {});
  const { environment = environmentOf(here), accountId = here?.account_id } = incident;
  return (
    <TextDialog
      open={open}
      onClose={onClose}
      title="For Klarna's support"
      description="What Klarna asks for to find this, without personal data. Say in your own words what you wanted to do."
      text={supportText({ ...incident, environment, accountId })}
      mono
    />
  );
}
