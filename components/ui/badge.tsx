import clsx from "clsx";
import { CircleCheck, CircleDashed, CircleMinus, CircleX } from "lucide-react";
import { type ReactNode, useId } from "react";

import { Hint } from "./hint";
import type { Tone } from "./tone";

export interface BadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Stands in for the tone's own icon. */
  readonly icon?: ReactNode;
}

/** A state as icon, word and colour. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={badgeClass(tone)}>
      {icon ?? icons[tone]}
      <span className="truncate">{children}</span>
    </span>
  );
}

export interface StateBadgeProps {
  readonly tone: Tone;
  readonly label: string;
  /** In plain words: what it means, who can change it, what still works. */
  readonly hint: string;
  readonly icon?: ReactNode;
}

/** A badge that explains itself to mouse, keyboard and finger. */
export function StateBadge({ tone, label, hint, icon }: StateBadgeProps) {
  const id = useId();
  return (
    <Hint id={id} text={hint}>
      <button type="button" aria-describedby={id} className={clsx(badgeClass(tone), "cursor-help! max-md:h-7 max-md:px-2.5")}>
        {icon ?? icons[tone]}
        <span className="truncate">{label}</span>
      </button>
    </Hint>
  );
}

function badgeClass(tone: Tone): string {
  return clsx(
    "inline-flex h-[22px] min-w-0 align-middle max-w-full print:h-auto items-center gap-1 rounded-full border px-2 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
    tones[tone],
  );
}

const tones: Record<Tone, string> = {
  good: "border-good-line bg-good-soft text-good",
  waiting: "border-waiting-line bg-waiting-soft text-waiting",
  wrong: "border-wrong-line bg-wrong-soft text-wrong",
  off: "border-off-line bg-off-soft text-off",
};

const icons: Record<Tone, ReactNode> = {
  good: <CircleCheck aria-hidden />,
  waiting: <CircleDashed aria-hidden />,
  wrong: <CircleX aria-hidden />,
  off: <CircleMinus aria-hidden />,
};
