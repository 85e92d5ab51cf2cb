"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";

import { Button, type ButtonProps } from "@/components/ui/button";

import type { CompareDialogProps } from "./compare-dialog";

// The search comes when somebody wants to choose.
const CompareDialog = dynamic(() => import("./compare-dialog").then((module) => module.CompareDialog));

export interface CompareWithProps extends Pick<CompareDialogProps, "environment" | "title" | "href">, Pick<ButtonProps, "variant" | "size" | "icon"> {
  readonly children: ReactNode;
}

/** A button that asks for the merchant to compare with, and goes there. */
export function CompareWith({ environment, title, href, children, ...look }: CompareWithProps) {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open !== undefined && <CompareDialog environment={environment} title={title} href={href} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
