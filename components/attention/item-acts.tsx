import { AlarmClock, Check, Ellipsis, Undo2, UserMinus, UserPlus } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import type { AttentionAct, AttentionItem, AttentionShow } from "@/lib/desk/attention";

import { merchantOf, toward } from "./words";

export interface ItemActsProps {
  readonly item: AttentionItem;
  /** What it is listed among. */
  readonly show: AttentionShow;
  /** Who looks. */
  readonly me: string;
  readonly onAct: (item: AttentionItem, act: AttentionAct) => void;
  readonly onSnooze: (item: AttentionItem) => void;
  readonly onMore: (item: AttentionItem) => void;
}

/** What can be done with a thing: take it, put it off, say that it is done, or give it to somebody. */
export function ItemActs({ item, show, me, onAct, onSnooze, onMore }: ItemActsProps) {
  const act = (label: string, short: string, icon: ReactNode, onClick: () => void) => (
    <Button
      key={label}
      variant="ghost"
      size="sm"
      title={label}
      aria-label={`${label}: ${merchantOf(item)}`}
      className="px-1.5! card:px-2.5!"
      icon={icon}
      onClick={onClick}
    >
      <span className="hidden card:inline">{short}</span>
    </Button>
  );
  const mine = item.person?.id === me;
  return (
    <span className="flex justify-end card:-ml-3 card:justify-start">
      {show !== "open"
        ? act("Open it again", "Open again", <Undo2 aria-hidden />, () => onAct(item, { act: "undo" }))
        : [
            mine
              ? act("Give it back", "Give back", <UserMinus aria-hidden />, () => onAct(item, toward(me, null)))
              : act("Take care of it", "Take it", <UserPlus aria-hidden />, () => onAct(item, toward(item.person?.id ?? null, me))),
            act("Put it off", "Put off", <AlarmClock aria-hidden />, () => onSnooze(item)),
            act("Done", "Done", <Check aria-hidden />, () => onAct(item, { act: "done" })),
            act("Who and by when", "", <Ellipsis aria-hidden />, () => onMore(item)),
          ]}
    </span>
  );
}
