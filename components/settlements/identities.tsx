"use client";

import clsx from "clsx";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { withinSentence } from "@/components/ui/within-sentence";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { routes } from "@/lib/routes";

import { written } from "./amount";
import { useSettlementHere } from "./settlement-context";
import { chainWords, partWords } from "./words";

const AcceptDialog = dynamic(() => import("./accept-dialog").then((module) => module.AcceptDialog));
const GapCandidates = dynamic(() => import("./gap-candidates").then((module) => module.GapCandidates));

/** The three identities of a settlement: each with its sums, or with what is missing. */
export function Identities() {
  const { settlement, mayAccept } = useSettlementHere();
  // As it stood when it was asked about: nobody accepts another difference than the one that they read.
  const [accepting, setAccepting] = useState<SettlementDetail>();
  const [left, setLeft] = useState<string>();
  return (
    <section aria-labelledby="adds-up">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id="adds-up" className="font-semibold text-base">
          Does it add up?
        </h2>
        {settlement.verdict === "differs" && mayAccept && (
          <Button size="sm" onClick={() => setAccepting(settlement)}>
            Accept the difference
          </Button>
        )}
      </div>
      <ol>
        <PartsIdentity settlement={settlement} />
        <LinesIdentity settlement={settlement} />
        <ChainIdentity settlement={settlement} />
      </ol>
      {accepting && (
        <AcceptDialog
          settlement={accepting}
          left={left}
          onClose={(typed) => {
            setLeft(typed);
            setAccepting(undefined);
          }}
        />
      )}
    </section>
  );
}

type Part = { readonly settlement: SettlementDetail };

function PartsIdentity({ settlement: { parts_gap, parts_sum, amount, currency } }: Part) {
  if (parts_gap === null || parts_sum === null || amount === null || currency === null)
    return (
      <Identity state="unknown" title="The parts come to the amount">
        {notLoaded}
      </Identity>
    );
  const state = parts_gap === "0" ? "holds" : "broken";
  return (
    <Identity state={state} title={state === "holds" ? "The parts come to the amount" : "The parts don't come to the amount"}>
      {written(parts_sum, currency)} in all its parts, {written(amount, currency)} settled
      {state === "broken" && `: ${written(parts_gap, currency, true)} ${currency} unexplained`}.
    </Identity>
  );
}

function LinesIdentity({ settlement }: Part) {
  const { lines_gap, lines_sum, amount, currency, parts } = settlement;
  if (lines_gap === null || lines_sum === null || amount === null || currency === null)
    return (
      <Identity state="unknown" title="The transactions come to the parts">
        {notLoaded}
      </Identity>
    );
  const differing = parts.filter(({ gap }) => gap !== null && gap !== "0");
  const unlisted = parts.filter(({ gap, summary, rows }) => gap === null && rows === 0 && summary !== null && summary !== "0");
  const state = differing.length === 0 && lines_gap === "0" ? "holds" : "broken";
  return (
    <Identity state={state} title={state === "holds" ? "The transactions come to the parts" : "The transactions don't come to the parts"}>
      {written(lines_sum, currency)} in all transactions, {written(amount, currency)} settled
      {lines_gap !== "0" && `: ${written(lines_gap, currency, true)} ${currency} unexplained`}.
      {unlisted.length > 0 &&
        ` Of ${unlisted.map(({ part }) => withinSentence(partWords(part))).join(", ")} the report lists no transactions: the summary's figures stand for them.`}
      {differing.length > 0 && (
        <ul className="mt-2 grid gap-3">
          {differing.map(({ part, gap, summary, lines }) => (
            <li key={part}>
              <p>
                <span className="font-medium">{partWords(part)}</span> differ by{" "}
                <span className="font-medium mono tabular-nums">{written(gap ?? "0", currency, true)}</span>: {written(lines, currency)} in transactions,{" "}
                {summary === null ? "nothing" : written(summary, currency)} in the summary.
              </p>
              <GapCandidates settlement={settlement} part={part} gap={gap ?? "0"} />
            </li>
          ))}
        </ul>
      )}
    </Identity>
  );
}

function ChainIdentity({ settlement: { chain, chain_gap, opening_debt, previous, environment, currency, next_id } }: Part) {
  return (
    <Identity
      state={chain}
      title={
        chain === "broken"
          ? "The debt has changed on the way"
          : chain === "holds"
            ? "The debt goes on from the settlement before"
            : "Whether the debt goes on from the settlement before isn't known"
      }
    >
      {chainWords[chain]}
      {previous && currency && (
        <>
          {" "}
          <Link href={routes.settlement(environment, previous.settlement_id)} className="mono underline">
            {previous.settlement_id}
          </Link>{" "}
          {previous.adjacent
            ? previous.closing_debt === null
              ? "ends just before it: its report isn't loaded, or another one that ends with it leaves another debt."
              : `ended with ${written(previous.closing_debt, currency)}; this one begins with ${opening_debt === null ? "what isn't known" : written(opening_debt, currency)}${chain_gap === null ? "" : `: ${written(chain_gap, currency, true)} ${currency} unexplained`}.`
            : "is the last that is known before it, and doesn't reach up to it."}
        </>
      )}
      {next_id && (
        <>
          {" After it comes "}
          <Link href={routes.settlement(environment, next_id)} className="mono underline">
            {next_id}
          </Link>
          .
        </>
      )}
    </Identity>
  );
}

const notLoaded = "Nothing can be said before its report is loaded.";

const marks = {
  holds: { icon: <CircleCheck aria-hidden />, tone: "text-good", word: "Holds" },
  broken: { icon: <CircleX aria-hidden />, tone: "text-wrong", word: "Doesn't hold" },
  unknown: { icon: <CircleDashed aria-hidden />, tone: "text-muted", word: "Unknown" },
};

function Identity({ state, title, children }: { readonly state: keyof typeof marks; readonly title: string; readonly children: ReactNode }) {
  const { icon, tone, word } = marks[state];
  return (
    <li className="flex gap-3 border-b py-3 last:border-0">
      <span className={clsx("mt-0.5 [&_svg]:size-4", tone)}>{icon}</span>
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {title} <span className="sr-only">({word})</span>
        </p>
        <div className="wrap-anywhere mt-0.5 text-pretty text-muted [&_.font-medium]:text-ink">{children}</div>
      </div>
    </li>
  );
}
