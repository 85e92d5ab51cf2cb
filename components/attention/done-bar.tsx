import { X } from "lucide-react";

import { Button } from "@/components/ui/button";
import type { AttentionAct, AttentionItem } from "@/lib/desk/attention";

import type { Done } from "./use-care";
import { doneWords, merchantOf } from "./words";

export interface DoneBarProps {
  readonly done: Done;
  /** Who looks. */
  readonly me: string;
  readonly onUndo: (item: AttentionItem, act: AttentionAct) => void;
  readonly onForget: () => void;
}

/** What was done last, and the way back. It stays until something else is done. */
export function DoneBar({ done: { item, act }, me, onUndo, onForget }: DoneBarProps) {
  const back = backFrom(item, act);
  return (
    <div className="sticky bottom-4 z-15 mt-4 flex justify-center">
      <section aria-label="What was done last" className="flex min-w-0 items-center gap-2 rounded bg-raised py-1.5 pr-1.5 pl-4 shadow-float">
        <span role="status" className="wrap-anywhere mr-2 min-w-0">
          <span className="font-medium">{merchantOf(item)}</span> {wordsFor(act, me)}
        </span>
        {back && (
          <Button size="sm" onClick={() => onUndo(item, back)}>
            Undo
          </Button>
        )}
        <Button variant="ghost" size="sm" aria-label="Close" className="px-1.5!" icon={<X aria-hidden />} onClick={onForget} />
      </section>
    </div>
  );
}

function wordsFor(act: AttentionAct, me: string): string {
  if (act.act === "assign" && act.person_id === null) return "is nobody's now";
  if (act.act === "assign" && act.person_id === me) return "is yours now";
  return doneWords[act.act];
}

/** What takes an act back; undefined where nothing does. */
function backFrom(item: AttentionItem, act: AttentionAct): AttentionAct | undefined {
  if (act.act === "done" || act.act === "snooze") return { act: "undo" };
  if (act.act === "assign") return { act: "assign", person_id: item.person?.disabled ? null : (item.person?.id ?? null), from: act.person_id };
  return undefined;
}
