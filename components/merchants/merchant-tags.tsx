"use client";

import { Tags } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { DirectoryMerchant } from "@/lib/desk/merchant";

import { TagChip } from "./tag-chip";

const TagDialog = dynamic(() => import("./tag-dialog").then((module) => module.TagDialog));

/** A merchant's tags, and the way to give it others for those who may. */
export function MerchantTags({ merchant, mayTag }: { readonly merchant: DirectoryMerchant; readonly mayTag: boolean }) {
  const [open, setOpen] = useState(false);
  if (merchant.tags.length === 0 && !mayTag) return null;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      {merchant.tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {mayTag && (
        <Button variant="ghost" size="sm" icon={<Tags aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {merchant.tags.length === 0 ? "Add tags" : "Tags"}
        </Button>
      )}
      {open && <TagDialog environment={merchant.environment} merchants={[merchant]} onClose={() => setOpen(false)} />}
    </span>
  );
}
