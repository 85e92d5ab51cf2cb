import clsx from "clsx";
import { CircleCheck, CircleDashed, CircleHelp, CircleMinus, CircleX } from "lucide-react";
import type { ReactNode } from "react";

import { TellMerchant } from "@/components/operation/tell-merchant";
import type { StateWords } from "@/lib/klarna/plain-words";

export interface StatePanelProps {
  readonly words: StateWords;
  /** What Klarna itself calls it, for whoever speaks with Klarna: `OPERATIONAL · SETUP_COMPLETE`. */
  readonly code: string;
  /** It became operational while somebody looked on. */
  readonly justNow: boolean;
}

/** The state in full: what it means, who can change it, what still works. It keeps its height from one state to the next. */
export function StatePanel({ words, code, justNow }: StatePanelProps) {
  const { tone, label, meaning, who, works, tell, known } = words;
  return (
    <section
      aria-label="State"
      className={clsx("mt-2 flex gap-3 rounded border px-4 py-3 transition-colors duration-160", boxes[tone === "good" && !justNow ? "calm" : tone])}
    >
      <span key={label} aria-hidden className={clsx("mt-px transition-all duration-160 starting:scale-50 starting:opacity-0 [&_svg]:size-[18px]", marks[tone])}>
        {known ? icons[tone] : <CircleHelp />}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-start justify-between gap-x-3">
          <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{justNow ? "Now operational" : label}</span>
            <span className="wrap-anywhere min-w-0 font-mono text-muted text-xs">{code}</span>
          </p>
          <div className="max-md:-ml-3 md:-my-1 md:-mr-2">
            <TellMerchant about={{ state: tell }} />
          </div>
        </div>
        <dl className="mt-2 grid gap-x-8 gap-y-2 content-start max-sm:min-h-46 sm:max-md:min-h-31 md:min-h-15 md:grid-cols-3">
          <Line term="What it means">{meaning}</Line>
          <Line term="Who can change it">{who}</Line>
          <Line term="What still works">{works}</Line>
        </dl>
      </div>
    </section>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <div>
      <dt className="text-muted text-xs">{term}</dt>
      <dd className="wrap-anywhere text-pretty">{children}</dd>
    </div>
  );
}

type Tone = StateWords["tone"];

const boxes: Record<Tone | "calm", string> = {
  calm: "border-line",
  good: "border-good-line bg-good-soft",
  waiting: "border-waiting-line bg-waiting-soft",
  wrong: "border-wrong-line bg-wrong-soft",
  off: "border-off-line bg-off-soft",
};

const marks: Record<Tone, string> = { good: "text-good", waiting: "text-waiting", wrong: "text-wrong", off: "text-off" };

const icons: Record<Tone, ReactNode> = {
  good: <CircleCheck />,
  waiting: <CircleDashed className="animate-[spin_4s_linear_infinite] motion-reduce:animate-none" />,
  wrong: <CircleX />,
  off: <CircleMinus />,
};
