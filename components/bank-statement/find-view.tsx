"use client";

import { useState } from "react";

import { ProblemNotice } from "@/components/ui/problem";
import type { ChosenColumns } from "@/lib/desk/bank-statement/bank-line";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";

import { ColumnChoice } from "./column-choice";
import { FindForm } from "./find-form";
import { FindResult } from "./find-result";
import type { Search } from "./search-statement";

/** A bank statement or a list of references, held against what the desk knows. What was given stays until another is. */
export function FindView({ environment }: { readonly environment: Environment }) {
  const [bytes, setBytes] = useState<Uint8Array>();
  const [search, setSearch] = useState<Search>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const find = async (given: Uint8Array, chosen: ChosenColumns = {}) => {
    setBytes(given);
    setBusy(true);
    setProblem(undefined);
    try {
      // The readers of statements come when there is one to read.
      const { searchStatement } = await import("./search-statement");
      setSearch(await searchStatement(environment, given, chosen));
    } catch (error) {
      setSearch(undefined);
      setProblem(ProblemError.of(error).problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FindForm busy={busy} onGiven={(given) => void find(given)} />
      {problem && <ProblemNotice className="mt-6 max-w-2xl" problem={problem} title="Nothing was looked for" />}
      {search && (
        <>
          {bytes && search.unclear.length > 0 && <ColumnChoice search={search} onChosen={(chosen) => void find(bytes, chosen)} />}
          <FindResult environment={environment} search={search} />
        </>
      )}
    </>
  );
}
