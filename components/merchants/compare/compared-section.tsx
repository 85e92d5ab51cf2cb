import clsx from "clsx";
import { CircleHelp, Equal, EqualApproximately, EqualNot } from "lucide-react";
import type { ReactNode } from "react";
import { LongText } from "@/components/ui/long-text";

import { Section } from "../section";
import type { ComparedPart, ComparedSection } from "./comparison";
import type { ComparedRow, Verdict } from "./rows";

export interface ComparedSectionProps {
  readonly section: ComparedSection;
  readonly names: { readonly left: string; readonly right: string };
  /** Who may see what is hidden from this person. */
  readonly shownTo: readonly string[] | undefined;
}

/** A section of a comparison; nothing where there is nothing to show. */
export function ComparedSectionView({ section: { title, parts, hidden }, names, shownTo = [] }: ComparedSectionProps) {
  if (parts.length === 0 && !hidden) return null;
  return (
    <div className="mt-8 first:mt-4">
      <Section title={title}>
        {hidden && (
          <p className="py-2 text-muted">
            Not shown to your role, and so not compared. Someone with the role {shownTo.join(", ").replace(/, ([^,]*)$/, " or $1")} can compare it.
          </p>
        )}
        {parts.map((part) => (
          <Part key={part.key} part={part} names={names} />
        ))}
      </Section>
    </div>
  );
}

function Part({ part: { title, only, rows }, names }: Pick<ComparedSectionProps, "names"> & { readonly part: ComparedPart }) {
  return (
    <div className="border-b last:border-0">
      {title && (
        <h3 className="wrap-anywhere pt-3 pb-1 font-medium">
          {title}
          {only && <span className="font-normal text-muted"> · only at {names[only]}</span>}
        </h3>
      )}
      <dl className="grid">
        {rows.map((row) => (
          <Row key={row.path} row={row} names={names} only={only} />
        ))}
      </dl>
    </div>
  );
}

function Row({ row, names, only }: Pick<ComparedSectionProps, "names"> & { readonly row: ComparedRow; readonly only: ComparedPart["only"] }) {
  const { label, named, verdict } = row;
  return (
    <div className="grid grid-cols-2 items-baseline gap-x-4 gap-y-0.5 border-b py-2 last:border-0 md:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]">
      <dt className="flex min-w-0 items-baseline gap-2 text-muted max-md:col-span-2">
        <Mark verdict={verdict} />
        <span className={clsx("wrap-anywhere min-w-0", !named && "font-mono text-xs")}>{label}</span>
      </dt>
      {(["left", "right"] as const).map((side) => (
        <dd key={side} className="wrap-anywhere min-w-0">
          <span className="sr-only">{names[side]}: </span>
          <Values values={row[side]} absent={only !== undefined && only !== side} />
        </dd>
      ))}
      {verdict === "masked" && <dd className="col-span-2 text-muted text-xs md:col-start-2">Both look the same, but only a part is shown: they may differ.</dd>}
    </div>
  );
}

function Values({ values, absent }: { readonly values: readonly string[] | undefined; readonly absent: boolean }): ReactNode {
  if (absent) return <span className="text-muted">Not there</span>;
  if (!values) return <span className="text-muted">Not read</span>;
  if (values.length === 0) return <span className="text-muted">Not given</span>;
  if (values.length === 1 && values[0]) return <LongText text={values[0]} />;
  return (
    <ul className="grid gap-0.5">
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold the same text twice, and nothing in a row has a state.
        <li key={index}>
          <LongText text={value} />
        </li>
      ))}
    </ul>
  );
}

function Mark({ verdict }: { readonly verdict: Verdict }) {
  const { icon, word, tone } = marks[verdict];
  return (
    <span title={word} className={clsx("shrink-0 translate-y-0.5 [&_svg]:size-4", tone)}>
      {icon}
      <span className="sr-only">{word}: </span>
    </span>
  );
}

const marks: Record<Verdict, { readonly icon: ReactNode; readonly word: string; readonly tone: string }> = {
  differs: { icon: <EqualNot aria-hidden />, word: "Differs", tone: "text-waiting" },
  same: { icon: <Equal aria-hidden />, word: "The same", tone: "text-muted" },
  masked: { icon: <EqualApproximately aria-hidden />, word: "Looks the same", tone: "text-ink" },
  unread: { icon: <CircleHelp aria-hidden />, word: "Not compared", tone: "text-muted" },
};
