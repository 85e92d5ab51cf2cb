import clsx from "clsx";

import { SelectField } from "@/components/ui/select-field";
import { counted } from "@/lib/desk/job-words";

import { tableColumns } from "./columns";
import { toCorrect } from "./files";
import type { FileTable } from "./read-table";

export interface ColumnsFormProps {
  readonly table: FileTable;
  /** What the header says of each column; "" where that isn't understood. */
  readonly meant: readonly string[];
  /** The field that each column fills; "" where it is left out. */
  readonly paths: readonly string[];
  readonly onPaths: (paths: readonly string[]) => void;
}

const options = tableColumns.map(({ path, label }) => ({ value: path, label }));

/** What each column of a file is: as far as its header says, and else as somebody chooses. */
export function ColumnsForm({ table, meant, paths, onPaths }: ColumnsFormProps) {
  // What a file of rows to correct has more is for people.
  const all = meant.flatMap((path, index) => (table.header[index] === toCorrect ? [] : [{ index, isClear: path !== "" }]));
  const [clear, unclear] = [all.filter(({ isClear }) => isClear), all.filter(({ isClear }) => !isClear)];
  const field = ({ index }: { readonly index: number }) => <ColumnField key={index} {...{ table, paths, onPaths, index }} />;
  return (
    <div className="mb-6 grid gap-4">
      {unclear.length > 0 && (
        <section>
          <h2 className="mb-3 font-medium">
            {unclear.length === 1
              ? "One column says something else: say what it is, or leave it out"
              : `${unclear.length} columns say something else: say what they are, or leave them out`}
          </h2>
          <div className={fields}>{unclear.map(field)}</div>
        </section>
      )}
      {clear.length > 0 && (
        <details open={isTwofold(paths) || undefined} className="rounded border px-3">
          <summary className="py-2 font-medium">{counted(clear.length, "column")} understood</summary>
          <div className={clsx(fields, "py-3")}>{clear.map(field)}</div>
        </details>
      )}
    </div>
  );
}

const fields = "grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2 lg:grid-cols-3";

interface ColumnFieldProps extends Pick<ColumnsFormProps, "table" | "paths" | "onPaths"> {
  readonly index: number;
}

function ColumnField({ table: { header, rows }, paths, onPaths, index }: ColumnFieldProps) {
  const path = paths[index] ?? "";
  const sample = rows.find(({ cells }) => cells[index])?.cells[index];
  return (
    <SelectField
      label={header[index] || `Column ${index + 1}`}
      options={options}
      placeholder="Leave it out"
      value={path}
      help={sample === undefined ? "No row says anything in it." : `Such as ${sample.length > 60 ? `${sample.slice(0, 60)}…` : sample}`}
      error={path !== "" && paths.indexOf(path) < index ? "Another column fills this already. Leave one of them out." : undefined}
      onChange={({ target }) => onPaths(paths.with(index, target.value))}
    />
  );
}

/** Whether two columns would fill the same field. */
export function isTwofold(paths: readonly string[]): boolean {
  const chosen = paths.filter((path) => path !== "");
  return new Set(chosen).size < chosen.length;
}
