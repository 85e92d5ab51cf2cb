"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { Environment } from "@/lib/klarna/environment";

const LookUpDialog = dynamic(() => import("./look-up-dialog").then((module) => module.LookUpDialog));

/** The way to a settlement that the desk has never heard of. */
export function LookUp({ environment }: { readonly environment: Environment }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Search aria-hidden />} onClick={() => setOpen(true)}>
        Look up at Klarna
      </Button>
      {open && <LookUpDialog environment={environment} onClose={() => setOpen(false)} />}
    </>
  );
}
