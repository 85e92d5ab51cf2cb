"use client";

import { Download, FileSpreadsheet } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";

import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FileButton } from "@/components/ui/file-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { LinesSkeleton } from "@/components/ui/skeleton";
import { counted } from "@/lib/desk/job-words";
import type { Environment } from "@/lib/klarna/environment";
import { saveFile } from "@/lib/query/download";
import { routes } from "@/lib/routes";

import type { ProfilesCall } from "../wizard-context";
import { loadTable } from "./load-table";
import type { FileTable } from "./read-table";

const TableView = dynamic(() => import("./table-view").then((module) => module.TableView), { loading: () => <LinesSkeleton lines={6} /> });
const mostBytes = 4_000_000;

interface Chosen {
  /** When it was chosen: the same file again is another. */
  readonly at: number;
  readonly name: string;
  readonly table: FileTable;
  /** What the header says of each column. */
  readonly paths: readonly string[];
}

export interface NewFromTableProps {
  readonly environment: Environment;
  readonly profiles: ProfilesCall;
}

/** Prepares many merchants at once: a draft of each row of a table, after each was held against Klarna's contract; and sends those that need nobody's eyes any more. */
export function NewFromTable({ environment, profiles }: NewFromTableProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const [fault, setFault] = useState<string>();
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState(false);
  const latest = useRef<File>(undefined);
  // Before the page's scripts are there nobody would read the file.
  useEffect(() => setReady(true), []);

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return;
    latest.current = file;
    setFault(undefined);
    setReading(true);
    const read = await tableIn(file).catch(() => "This file couldn't be read. Choose it again.");
    // Another was chosen meanwhile.
    if (latest.current !== file) return;
    setReading(false);
    // The open table, with what was said of its columns and came of its rows, goes for another table only.
    if (typeof read === "string") setFault(read);
    else setChosen(read);
  }

  return (
    <>
      <PageHeader
        title="New merchants from a table"
        description="A draft is made of each row, and nothing goes to Klarna yet. Drafts are sent from here or from the wizard, by you or a colleague."
        breadcrumb={
          <Breadcrumb
            items={[
              { label: "Merchants", href: routes.merchants(environment) },
              { label: "New merchants", href: routes.newMerchant(environment) },
              { label: "From a table" },
            ]}
          />
        }
        actions={
          <>
            <Button icon={<Download aria-hidden />} onClick={() => void loadTable().then(({ emptyTable }) => saveFile(emptyTable(), "merchants.csv"))}>
              Get an empty table
            </Button>
            <FileButton
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              disabled={!ready || busy}
              onChange={({ target }) => {
                void choose(target.files?.[0]);
                // The same file can be chosen again, after it was corrected.
                target.value = "";
              }}
            >
              {chosen ? "Choose another file" : "Choose a file"}
            </FileButton>
          </>
        }
      />
      {fault && (
        <Notice className="mb-4" tone="wrong" role="alert" title={chosen ? "No other table was read: the one that was open stays" : "No table was read"}>
          {fault}
        </Notice>
      )}
      {chosen ? (
        <>
          <p className="mb-4 text-muted">
            <span className="wrap-anywhere font-medium text-ink">{chosen.name}</span>: {counted(chosen.table.rows.length, "merchant")},{" "}
            {counted(chosen.table.header.length, "column")}
          </p>
          {/* Nothing is begun in a table whose place another is about to take. */}
          <div inert={reading}>
            <TableView environment={environment} profiles={profiles} onBusy={setBusy} table={chosen.table} meant={chosen.paths} key={chosen.at} />
          </div>
        </>
      ) : (
        !fault && (
          <EmptyState icon={<FileSpreadsheet aria-hidden />} title="No table yet">
            Fill in a spreadsheet, a merchant a row, and save it as CSV. The empty table has every column that is understood; leave out those you don't need.
            What a row lacks is filled in later.
          </EmptyState>
        )
      )}
    </>
  );
}

/** The table in a file; a sentence that says what to do where there is none. */
async function tableIn(file: File): Promise<Chosen | string> {
  if (file.size > mostBytes) return "This file is larger than 4 MB. Split it in parts, or leave out the columns that Klarna doesn't ask for.";
  const { readTable, columnMeant } = await loadTable();
  const table = readTable(new Uint8Array(await file.arrayBuffer()));
  if (typeof table === "string") return table;
  const paths = table.header.map((name) => columnMeant(name) ?? "");
  return { at: Date.now(), name: file.name, table, paths: paths.map((path, index) => (paths.indexOf(path) < index ? "" : path)) };
}
