import { useState } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { keyOf, type Match, type Payable } from "@/lib/desk/bank-statement/match";
import type { Environment } from "@/lib/klarna/environment";

import { matchColumns, payableColumns } from "./columns";
import type { Search } from "./search-statement";

export interface FindResultProps {
  readonly environment: Environment;
  readonly search: Search;
}

type Show = "all" | "matched" | "differs" | "not-found";

/** What became of each line that is about Klarna, and what should have arrived in its days and didn't. */
export function FindResult({ environment, search }: FindResultProps) {
  const [show, setShow] = useState<Show>("all");
  const { matches, others, waiting, more } = search;
  const counts = {
    all: matches.length,
    matched: count(matches, isMatched),
    differs: count(matches, isOdd),
    "not-found": count(matches, ({ verdict }) => verdict === "not-found"),
  };
  const rows = matches.filter((match) => isShown(show, match));
  return (
    <div className="mt-8">
      <h2 className="font-semibold text-base">What was found</h2>
      <p role="status" className="mt-1 max-w-prose text-muted tabular-nums">
        {`${counts.matched} matched, ${counts.differs} to look at, ${counts["not-found"]} not found.`}
        {others > 0 &&
          ` ${others.toLocaleString("en")} ${others === 1 ? "line has" : "lines have"} nothing of Klarna's and ${others === 1 ? "isn't" : "aren't"} shown.`}
      </p>
      <fieldset className="mt-3 flex flex-wrap gap-2">
        <legend className="sr-only">Show</legend>
        {(Object.keys(labels) as Show[]).map((name) => (
          <Button key={name} size="sm" variant={show === name ? "secondary" : "ghost"} aria-pressed={show === name} onClick={() => setShow(name)}>
            {`${labels[name]} ${counts[name]}`}
          </Button>
        ))}
      </fieldset>
      <div className="mt-3">
        <Table
          caption="Lines of the statement"
          rows={rows}
          rowKey={({ line }) => String(line.line)}
          columns={matchColumns(environment)}
          empty={<EmptyState title="No such lines">None of the lines is like this.</EmptyState>}
        />
      </div>
      {(waiting.length > 0 || more) && <Waiting environment={environment} waiting={waiting} more={more} />}
    </div>
  );
}

type WaitingProps = { readonly environment: Environment; readonly waiting: readonly Payable[]; readonly more: boolean };

function Waiting({ environment, waiting, more }: WaitingProps) {
  return (
    <section aria-labelledby="not-arrived" className="mt-10">
      <h2 id="not-arrived" className="font-semibold text-base">
        Not on this statement
      </h2>
      <p className="mt-1 max-w-prose text-muted">
        Paid out within its days, or settled in them, and named by none of its lines.
        {more && " There are more than are shown here: choose a statement of a shorter period to see them all."}
      </p>
      <div className="mt-3">
        <Table caption="Klarna's, and not on this statement" rows={waiting} rowKey={keyOf} columns={payableColumns(environment)} />
      </div>
    </section>
  );
}

const labels: Record<Show, string> = { all: "All", matched: "Matched", differs: "To look at", "not-found": "Not found" };

function isShown(show: Show, match: Match): boolean {
  if (show === "matched") return isMatched(match);
  if (show === "differs") return isOdd(match);
  return show === "all" || match.verdict === "not-found";
}

function isMatched({ verdict }: Match): boolean {
  return verdict === "matched";
}

function isOdd(match: Match): boolean {
  return !isMatched(match) && match.verdict !== "not-found";
}

function count(matches: readonly Match[], is: (match: Match) => boolean): number {
  return matches.filter(is).length;
}
