import clsx from "clsx";
import type { ReactNode } from "react";

import { RelativeTime } from "./relative-time";
import type { Tone } from "./tone";

export interface TimelineItem {
  readonly key: string;
  readonly icon: ReactNode;
  readonly tone: Tone;
  /** What happened, in a sentence without its end: "Product payments went live". */
  readonly title: ReactNode;
  /** Who did it: a person, Klarna, or the desk. */
  readonly actor: string;
  readonly at: string;
  readonly detail?: ReactNode;
}

/** What happened to a thing, newest first, with who did it and when. */
export function Timeline({ label, items }: { readonly label: string; readonly items: readonly TimelineItem[] }) {
  return (
    <ol aria-label={label} className="grid">
      {items.map(({ key, icon, tone, title, actor, at, detail }) => (
        <li key={key} className="group/item relative flex gap-3 pb-5 last:pb-0">
          <span aria-hidden className="absolute top-7 bottom-1 left-3 w-px bg-line group-last/item:hidden" />
          <span aria-hidden className={clsx("flex size-6 shrink-0 items-center justify-center rounded-full border [&_svg]:size-3.5", tones[tone])}>
            {icon}
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <p className="wrap-anywhere">{title}</p>
            <p className="wrap-anywhere mt-0.5 text-muted text-xs">
              {actor} · <RelativeTime at={at} />
            </p>
            {detail && <div className="wrap-anywhere mt-1.5">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

const tones: Record<Tone, string> = {
  good: "border-good-line bg-good-soft text-good",
  waiting: "border-waiting-line bg-waiting-soft text-waiting",
  wrong: "border-wrong-line bg-wrong-soft text-wrong",
  off: "border-off-line bg-off-soft text-off",
};
