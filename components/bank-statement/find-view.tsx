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
  const [given, setGiven] = useState<Given>();
  const [search, setSearch] = useState<Search>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const find = async (bytes: Uint8Array, chosen: ChosenColumns = {}) => {
    setGiven({ bytes, chosen });
    setBusy(true);
    setProblem(undefined);
    try {
      // The readers of statements come when there is one to read.
      const { searchStatement } = await import("./search-statement");
      setSearch(await searchStatement(environment, bytes, chosen));
    } catch (error) {
      setSearch(undefined);
      setProblem(ProblemError.of(error).problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FindForm busy={busy} onGiven={(bytes) => void find(bytes)} />
      {problem && <ProblemNotice className="mt-6 max-w-2xl" problem={problem} title="Nothing was looked for" />}
      {search && (
        <>
          {given && search.unclear.length > 0 && <ColumnChoice search={search} onChosen={(chosen) => void find(given.bytes, { ...given.chosen, ...chosen })} />}
          <FindResult environment={environment} search={search} />
        </>
      )}
    </>
  );
}

/** What was given, and which of its columns a person has named so far. */
interface Given {
  readonly bytes: Uint8Array;
  readonly chosen: ChosenColumns;
}
