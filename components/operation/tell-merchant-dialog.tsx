"use client";

import { TextDialog } from "@/components/ui/text-dialog";
import { type ChangeToTell, changeText, stateText, type ToTell } from "@/lib/klarna/merchant-text";

/** What the merchant is to be told of. */
export type TellMerchantAbout = { readonly state: ToTell } | { readonly change: ChangeToTell };

export interface TellMerchantDialogProps {
  readonly about: TellMerchantAbout;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What can be told to the merchant, to read out or to send. */
export function TellMerchantDialog({ about, open, onClose }: TellMerchantDialogProps) {
  return (
    <TextDialog
      open={open}
      onClose={onClose}
      title="What to tell the merchant"
      description="To read out, or to copy into your message. It says what is known now, and names nobody."
      text={"state" in about ? stateText(about.state) : changeText(about.change)}
    />
  );
}
