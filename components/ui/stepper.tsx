import clsx from "clsx";
import { Check, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export interface Step {
  readonly key: string;
  readonly label: string;
  readonly state: "todo" | "done" | "error";
  /** Under the label on wide screens: "2 things to correct". */
  readonly note?: string | undefined;
}

export interface StepperProps {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly current: string;
  /** Without it the steps only show; with it each can be gone to. */
  readonly onSelect?: (key: string) => void;
}

/** Where one is in a long form, what is done and what needs a look: a column at the side, and under 768 px a row of bars. */
export function Stepper({ label, steps, current, onSelect }: StepperProps) {
  const position = steps.findIndex((step) => step.key === current);
  return (
    <nav aria-label={label}>
      <p aria-hidden className="mb-1 font-medium md:hidden">
        <span className="text-muted">
          {position + 1} of {steps.length} ·
        </span>{" "}
        {steps[position]?.label}
      </p>
      <ol className="grid gap-0.5 max-md:flex max-md:gap-1.5">
        {steps.map((step, index) => (
          <li key={step.key} className="max-md:flex-1">
            <button
              type="button"
              disabled={!onSelect}
              aria-current={step.key === current ? "step" : undefined}
              onClick={() => onSelect?.(step.key)}
              className={clsx(
                "flex w-full items-start gap-2.5 rounded px-2 py-1.5 text-left max-md:h-11 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:p-0",
                step.key === current ? "font-medium text-ink md:bg-hover" : "text-muted enabled:hover:text-ink md:enabled:hover:bg-hover",
              )}
            >
              <Mark step={step} number={index + 1} current={step.key === current} />
              <span className="min-w-0 max-md:sr-only">
                {step.label}
                <span className="sr-only">{words[step.state]}</span>
                {step.note && <span className={clsx("block font-normal text-xs", step.state === "error" ? "text-wrong" : "text-muted")}>{step.note}</span>}
              </span>
              <span aria-hidden className={clsx("h-1 w-full rounded-full md:hidden", step.key === current ? "bg-accent" : bars[step.state])} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const words = { todo: "", done: ", done", error: ", needs a correction" };
const bars = { todo: "bg-line", done: "bg-good", error: "bg-wrong" };

function Mark({ step, number, current }: { readonly step: Step; readonly number: number; readonly current: boolean }): ReactNode {
  const look = step.state === "todo" ? (current ? "border-accent text-accent-ink" : "border-edge") : marks[step.state];
  return (
    <span
      aria-hidden
      className={clsx(
        "flex size-5 shrink-0 items-center justify-center rounded-full border font-medium text-xs tabular-nums max-md:mx-auto max-md:size-4 max-md:border-0 [&_svg]:size-3",
        look,
      )}
    >
      {step.state === "done" ? <Check /> : step.state === "error" ? <TriangleAlert /> : number}
    </span>
  );
}

const marks = { done: "border-good-line bg-good-soft text-good", error: "border-wrong-line bg-wrong-soft text-wrong" };
