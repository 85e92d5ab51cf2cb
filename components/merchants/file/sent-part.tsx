import type { EditedPart } from "@/lib/desk/file";
import type { Part } from "@/lib/klarna/file/parts";

import { ChangeList } from "./change-list";
import { stepOf } from "./steps";

export interface SentPartProps {
  readonly part: Part;
  readonly edited: EditedPart;
}

/** What was sent of a part, while nobody knows whether Klarna did it: to be read, since what is unknown isn't changed. */
export function SentPart({ part, edited }: SentPartProps) {
  const step = stepOf(part, edited);
  return (
    <div className="my-2 grid gap-3 rounded border border-waiting-line bg-waiting-soft px-3 py-2">
      <p className="max-w-prose text-pretty">
        This was sent, and Klarna hasn't said yet whether it is done. It can be changed again as soon as that is known; the desk finds out by itself.
      </p>
      {step && <ChangeList step={step} />}
    </div>
  );
}
