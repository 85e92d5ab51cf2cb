import clsx from "clsx";

/** One line that ends in "…" where it doesn't fit, whichever way it is written; whole on hover, and whole to those who listen. */
export function Truncated({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <span dir="auto" title={text} className={clsx("block min-w-0 truncate", className)}>
      {text}
    </span>
  );
}
