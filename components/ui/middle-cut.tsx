import clsx from "clsx";

import { Truncated } from "./truncated";

/** One line that leaves its middle out where it doesn't fit, since its end tells it from its neighbours; whole on hover, and whole to those who listen. */
export function MiddleCut({ text, className }: { readonly text: string; readonly className?: string }) {
  // By letters, so that none that is made of two halves is torn.
  const letters = [...text];
  const mono = clsx("mono", className);
  if (letters.length <= end) return <Truncated text={text} className={mono} />;
  return (
    <>
      <span className="sr-only">{text}</span>
      <span aria-hidden dir="auto" title={text} className={clsx("flex min-w-0 max-w-full", mono)}>
        <span className="min-w-0 truncate">{letters.slice(0, -end).join("")}</span>
        <span className="shrink-0">{letters.slice(-end).join("")}</span>
      </span>
    </>
  );
}

const end = 8;
