import clsx from "clsx";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { ClockTime } from "@/components/operation/clock-time";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ProductChange } from "@/lib/desk/product";
import { routes } from "@/lib/routes";

import { OperationHelp } from "../operation-help";
import { type ChangeStep, stepsOf } from "./change-story";
import { actAsked } from "./order-words";

export interface ChangeStepsProps {
  readonly change: ProductChange;
  /** How Klarna shows the product now. */
  readonly label: string | undefined;
}

/** How what was asked for goes on: requested, accepted, confirmed by Klarna's webhook, each with its time. */
export function ChangeSteps({ change, label }: ChangeStepsProps) {
  const { by, at, act, state, id } = change;
  const undone = state === "rejected" || state === "unknown";
  return (
    <section aria-label="What was asked for last" className="mb-3 rounded border bg-raised px-4 py-3">
      <p className="wrap-anywhere">
        <span className="font-medium">{by}</span> {actAsked[act]} <RelativeTime at={at} />
      </p>
      <ol aria-label="How it goes on" aria-live="polite" className="mt-2 grid gap-x-6 gap-y-2 md:grid-cols-3">
        {stepsOf(change, label).map((step) => (
          <StepLine key={step.title} step={step} />
        ))}
      </ol>
      {undone && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 text-xs">
          {state === "unknown" && (
            <Link className="text-accent-ink underline" href={routes.operation(id)}>
              What is known of it, and how to settle it
            </Link>
          )}
          <OperationHelp operation={change} />
        </div>
      )}
    </section>
  );
}

function StepLine({ step: { tone, title, at, note } }: { readonly step: ChangeStep }) {
  return (
    <li className="flex min-w-0 gap-2">
      <span className={clsx("mt-0.5 [&_svg]:size-4", marks[tone])}>{icons[tone]}</span>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          {title} {at && <span className="whitespace-nowrap text-muted">{<ClockTime at={at} />}</span>}
        </p>
        {note && <p className="wrap-anywhere text-pretty text-muted text-xs">{note}</p>}
      </div>
    </li>
  );
}

const marks: Readonly<Record<ChangeStep["tone"], string>> = { good: "text-good", waiting: "text-waiting", wrong: "text-wrong" };
const icons: Readonly<Record<ChangeStep["tone"], ReactNode>> = {
  good: <CircleCheck aria-hidden />,
  waiting: <CircleDashed aria-hidden />,
  wrong: <CircleX aria-hidden />,
};
