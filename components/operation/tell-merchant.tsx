"use client";

import { MessageSquareText } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";

import type { TellMerchantAbout } from "./tell-merchant-dialog";

// The texts come when somebody wants one.
const TellMerchantDialog = dynamic(() => import("./tell-merchant-dialog").then((module) => module.TellMerchantDialog));

/** Offers what can be told to the merchant about a state, or about a change that Klarna refused or hasn't confirmed. */
export function TellMerchant({ about }: { readonly about: TellMerchantAbout }) {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <Button variant="ghost" size="sm" icon={<MessageSquareText aria-hidden />} onClick={() => setOpen(true)}>
        Copy text for the merchant
      </Button>
      {open !== undefined && <TellMerchantDialog about={about} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
