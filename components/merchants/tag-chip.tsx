import clsx from "clsx";

import type { Tag, TagColour } from "@/lib/desk/tag";

/** A tag: its name on its colour. */
export function TagChip({ tag: { name, colour } }: { readonly tag: Pick<Tag, "name" | "colour"> }) {
  return (
    <span title={name} className={clsx("inline-flex h-[22px] min-w-0 max-w-full items-center rounded-sm border px-1.5 text-xs", tagClass[colour])}>
      <span dir="auto" className="truncate">
        {name}
      </span>
    </span>
  );
}

const tagClass: Readonly<Record<TagColour, string>> = {
  grey: "border-off-line bg-off-soft text-off",
  blue: "border-accent-line bg-accent-soft text-accent-ink",
  green: "border-good-line bg-good-soft text-good",
  amber: "border-waiting-line bg-waiting-soft text-waiting",
  red: "border-wrong-line bg-wrong-soft text-wrong",
};
