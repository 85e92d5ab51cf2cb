"use client";

import { LifeBuoy } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { Incident } from "@/lib/klarna/support-text";

// Methods and paths stand in the contract, which is long: it comes when somebody wants them.
const SupportCopyDialog = dynamic(() => import("./support-copy-dialog").then((module) => module.SupportCopyDialog));

/** Offers what Klarna's support asks for about something that went wrong. Environment and account, where they aren't given, are those of the page. */
export function SupportCopy({ incident }: { readonly incident: Incident }) {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <Button variant="ghost" size="sm" icon={<LifeBuoy aria-hidden />} onClick={() => setOpen(true)}>
        Copy for Klarna support
      </Button>
      {open !== undefined && <SupportCopyDialog incident={incident} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
