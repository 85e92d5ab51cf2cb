import { FileUp } from "lucide-react";
import type { ComponentProps } from "react";

/** Chooses a file: the browser's own field, under what looks like a button. */
export function FileButton({ children, ...input }: Omit<ComponentProps<"input">, "type" | "className">) {
  return (
    <label className="relative inline-flex h-8 cursor-pointer items-center gap-1.5 rounded border border-edge bg-raised px-3 font-medium hover:border-muted has-focus-visible:outline-2 max-md:h-11">
      <FileUp aria-hidden className="size-4" />
      {children}
      <input {...input} type="file" className="absolute inset-0 cursor-pointer opacity-0" />
    </label>
  );
}
