"use client";

import { Eraser } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { EraseDialogProps } from "./erase-dialog";

const EraseDialog = dynamic(() => import("./erase-dialog").then((dialog) => dialog.EraseDialog));

/** The way to erase what the desk holds about a merchant. Only for those who may. */
export function EraseMerchant(props: Omit<EraseDialogProps, "open" | "onClose">) {
  const [asking, setAsking] = useState<"never" | "open" | "closed">("never");
  return (
    <section aria-labelledby="erase" className="mt-10 border-t pt-4">
      <h2 id="erase" className="font-semibold text-base">
        Erase
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-pretty text-muted">
        Takes everything that the desk holds about this merchant out of it. Nothing changes at Klarna.
      </p>
      <Button icon={<Eraser aria-hidden />} onClick={() => setAsking("open")}>
        Erase from this desk …
      </Button>
      {asking !== "never" && <EraseDialog {...props} open={asking === "open"} onClose={() => setAsking("closed")} />}
    </section>
  );
}
