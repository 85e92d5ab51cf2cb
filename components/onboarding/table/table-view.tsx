"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { counted } from "@/lib/desk/job-words";
import type { Environment } from "@/lib/klarna/environment";
import { saveFile } from "@/lib/query/download";
import { read } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import type { ProfilesCall } from "../wizard-context";
import { checkRows } from "./check-rows";
import { ColumnsForm, isTwofold } from "./columns-form";
import { rowsToCorrect } from "./files";
import { OnboardBar } from "./onboard-bar";
import { profilesBy } from "./profiles";
import type { FileTable } from "./read-table";
import { RowTable } from "./row-table";
import { sendableRows } from "./sendable-rows";
import { useOnboardRows } from "./use-onboard-rows";
import { useRowHints } from "./use-row-hints";
import { useTableDrafts } from "./use-table-drafts";

export interface TableViewProps {
  readonly environment: Environment;
  readonly table: FileTable;
  /** What the header says of each column. */
  readonly meant: readonly string[];
  readonly profiles: ProfilesCall;
  /** Told whether something is being made or sent. */
  readonly onBusy: (busy: boolean) => void;
}

/** What a table says, held against the contract, and the buttons that make drafts of it. */
export function TableView({ environment, table, meant, profiles, onBusy }: TableViewProps) {
  const [paths, setPaths] = useState(meant);
  const [otherwise, setOtherwise] = useState("");
  const ofProfiles = useQuery({ ...read(environment, profiles), staleTime: 300_000 });
  const { data, refetch } = ofProfiles;
  const unread = useFailure(ofProfiles);
  const known = useMemo(() => data && profilesBy(data), [data]);
  const rows = useMemo(() => checkRows(table, paths, { known, otherwise }), [table, paths, known, otherwise]);
  const hints = useRowHints(environment, rows);
  const { drafts, busy, problem, make, forget } = useTableDrafts(environment);
  const sending = useOnboardRows(environment);
  const isBusy = busy || sending.busy;
  useEffect(() => onBusy(isBusy), [onBusy, isBusy]);
  // Other columns make other rows.
  const begin = () => {
    sending.forget();
    forget();
  };
  const left = rows.filter(({ line }) => !drafts.has(line));
  const ready = left.filter(({ faults }) => faults.length === 0);
  const faulty = rows.filter(({ faults }) => faults.length > 0);
  const isNamed = rows.some(({ cells }) => cells[paths.indexOf(profilePath)]);
  const missing = whatIsMissing(paths) ?? (isNamed && !data ? "Klarna's distribution profiles have to be read first: the table names them." : undefined);
  return (
    <>
      {/* What is being made or sent stays what it is. */}
      <fieldset disabled={isBusy} className="contents">
        <ColumnsForm
          table={table}
          meant={meant}
          paths={paths}
          onPaths={(next) => {
            setPaths(next);
            begin();
          }}
        />
        {data && rows.some(({ form }) => [otherwise, ""].includes(form.products[0]?.distribution_profile_id ?? "")) && (
          <SelectField
            className="mb-6 max-w-md"
            label="Distribution profile of those that name none"
            placeholder="Leave it open"
            options={data.map(({ name, distribution_profile_id: value }) => ({ value, label: name ?? value }))}
            value={otherwise}
            help="A column may name it, by its name or its id. Klarna sets profiles up for you."
            onChange={({ target }) => {
              setOtherwise(target.value);
              begin();
            }}
          />
        )}
      </fieldset>
      {unread && <FailedRead className="mb-4" title="Klarna's distribution profiles couldn't be read" problem={unread} refetch={refetch} />}
      <Notice
        tone={faulty.length > 0 ? "waiting" : "info"}
        role="status"
        title={
          faulty.length === 0
            ? "Nothing has to be corrected"
            : `${counted(faulty.length, "merchant")} of ${rows.length} can't be sent as ${faulty.length === 1 ? "it stands" : "they stand"}`
        }
        actions={
          <>
            {left.length > 0 && (
              <Button variant="primary" loading={busy} unavailable={missing} onClick={() => void make(left)}>
                Make {counted(left.length, "draft")}
              </Button>
            )}
            {ready.length > 0 && ready.length < left.length && (
              <Button loading={busy} unavailable={missing} onClick={() => void make(ready)}>
                Only the {ready.length} with nothing to correct
              </Button>
            )}
            {faulty.length > 0 && (
              <Button icon={<Download aria-hidden />} onClick={() => saveFile(rowsToCorrect(table, faulty), "to-correct.csv")}>
                Get the {faulty.length === 1 ? "row" : `${faulty.length} rows`} to correct
              </Button>
            )}
          </>
        }
      >
        {faulty.length === 0
          ? "A draft of each row can be sent from the wizard as it stands."
          : "Correct the file and choose it again, or make drafts of all and go on in the wizard: what is missing stands there at its field."}
      </Notice>
      {problem && <ProblemNotice className="mt-4" title="Not all drafts were made" problem={problem} />}
      <Outcome environment={environment} made={[...drafts.values()].filter((draft) => draft.made).length} all={drafts.size} />
      <OnboardBar {...{ environment, sending }} rows={sendableRows(rows, drafts, hints)} />
      <div className="mt-6">
        <RowTable {...{ environment, rows, hints, drafts }} outcomes={sending.outcomes} />
      </div>
    </>
  );
}

function Outcome({ environment, made, all }: { readonly environment: Environment; readonly made: number; readonly all: number }) {
  if (all === 0) return null;
  const before = all - made;
  return (
    <Notice className="mt-4" tone="good" role="status" title={made === 0 ? "All of these were there" : `${counted(made, "draft")} made`}>
      {before > 0 && `${counted(before, "row")} ${before === 1 ? "was" : "were"} brought in before: nothing was made twice. `}
      <Link className="text-accent-ink underline" href={routes.newMerchant(environment)}>
        Look at all drafts
      </Link>
    </Notice>
  );
}

const profilePath = "products.0.distribution_profile_id";

/** Why no draft can be made, in words; undefined when one can. */
function whatIsMissing(paths: readonly string[]): string | undefined {
  if (paths.every((path) => path === "")) return "Say what at least one column is first.";
  return isTwofold(paths) ? "Two columns fill the same field: leave one of them out first." : undefined;
}
