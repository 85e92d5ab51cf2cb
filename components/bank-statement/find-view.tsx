"use client";

import { useRef, useState } from "react";

import { ProblemNotice } from "@/components/ui/problem";
import type { ChosenColumns } from "@/lib/desk/bank-statement/bank-line";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";

import { ColumnChoice, type ColumnsInQuestion } from "./column-choice";
import { FindForm } from "./find-form";
import { FindResult } from "./find-result";
import type { Search } from "./search-statement";

/** A bank statement or a list of references, held against what the desk knows. What was given stays until another is. */
export function FindView({ environment }: { readonly environment: Environment }) {
  const [given, setGiven] = useState<Given>();
  const [search, setSearch] = useState<Search>();
  // Stays also where nothing is found in the columns as chosen: others can be.
  const [columns, setColumns] = useState<ColumnsInQuestion>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const latest = useRef<Given>(undefined);
  const find = async (now: Given) => {
    latest.current = now;
    setGiven(now);
    setBusy(true);
    setProblem(undefined);
    try {
      // The readers of statements come when there is one to read.
      const { searchStatement } = await import("./search-statement");
      const found = await searchStatement(environment, now.bytes, now.chosen);
      // Columns can be chosen faster than the desk answers.
      if (latest.current !== now) return;
      setSearch(found);
      setColumns(found);
    } catch (error) {
      if (latest.current !== now) return;
      setSearch(undefined);
      setProblem(ProblemError.of(error).problem);
    } finally {
      if (latest.current === now) setBusy(false);
    }
  };
  const begin = (bytes: Uint8Array) => {
    setColumns(undefined);
    void find({ bytes, chosen: {} });
  };
  return (
    <>
      <FindForm busy={busy} onGiven={begin} />
      {problem && <ProblemNotice className="mt-6 max-w-2xl" problem={problem} title="Nothing was looked for" />}
      {given && columns && (
        <ColumnChoice columns={columns} chosen={given.chosen} onChosen={(chosen) => void find({ ...given, chosen: { ...given.chosen, ...chosen } })} />
      )}
      {search && <FindResult environment={environment} search={search} />}
    </>
  );
}

/** What was given, and which of its columns a person has named so far. */
interface Given {
  readonly bytes: Uint8Array;
  readonly chosen: ChosenColumns;
}
