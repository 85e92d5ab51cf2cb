import clsx from "clsx";
import { LoaderCircle } from "lucide-react";

/** Turns while something is under way. Says nothing by itself: what it stands in carries the words. */
export function Spinner({ className }: { readonly className?: string }) {
  return <LoaderCircle aria-hidden className={clsx("size-4 animate-spin motion-reduce:animate-none", className)} />;
}
