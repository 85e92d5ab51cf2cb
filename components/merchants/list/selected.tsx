import dynamic from "next/dynamic";
import { useState } from "react";

import { type DirectoryQuery, everything } from "@/lib/desk/directory";
import type { RunAct } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";

import { emptyDraft, type RunDraft } from "../many/acts";
import { SelectionBar } from "./selection-bar";
import type { useDownload } from "./use-download";
import type { useSelection } from "./use-selection";

// Each is loaded when it is asked for.
const TagDialog = dynamic(() => import("../tag-dialog").then((module) => module.TagDialog));
const RunDialog = dynamic(() => import("../many/run-dialog").then((module) => module.RunDialog));

export interface SelectedProps {
  readonly environment: Environment;
  readonly selection: ReturnType<typeof useSelection>;
  /** What the list asks for, and how many that are; undefined where they can't be chosen as a whole. */
  readonly asked: DirectoryQuery;
  readonly total: number | undefined;
  readonly mayDo: readonly RunAct[];
  readonly download: ReturnType<typeof useDownload>;
}

/** What is selected in the list and what can be done with it: with those that were ticked, or with all that the list would show. */
export function Selected({ environment, selection, asked, total, mayDo, download }: SelectedProps) {
  const [matching, setMatching] = useState<{ readonly asked: DirectoryQuery; readonly ticked: string }>();
  const [acting, setActing] = useState<RunAct>();
  const [drafts, setDrafts] = useState<Partial<Record<RunAct, RunDraft>>>({});
  const { merchants } = selection;
  const ticked = merchants.map(({ account_id }) => account_id).join(" ");
  // All that matched another question isn't all that matches this one; and whoever ticks or unticks one means those that are ticked.
  const stands = matching !== undefined && matching.ticked === ticked && sameMerchants(matching.asked, asked);
  if (matching && !stands) setMatching(undefined);
  const all = stands && total !== undefined;
  const chosen = all ? asked : { ...everything, accounts: merchants.map(({ account_id }) => account_id) };
  const close = () => setActing(undefined);
  return (
    <>
      <SelectionBar
        merchants={merchants}
        full={selection.full}
        matching={total}
        all={all}
        onAll={() => setMatching({ asked, ticked })}
        mayDo={mayDo}
        onAct={setActing}
        exporting={download.busy}
        onExport={() => void download.save(all ? asked : { ...asked, ...chosen })}
        onClear={selection.clear}
      />
      {acting === "tag" && !all && <TagDialog environment={environment} merchants={merchants} onClose={close} />}
      {acting && (acting !== "tag" || all) && (
        <RunDialog
          environment={environment}
          act={acting}
          asked={chosen}
          count={all ? total : merchants.length}
          draft={drafts[acting] ?? emptyDraft}
          onDraft={(draft) => setDrafts((before) => ({ ...before, [acting]: draft }))}
          onClose={close}
        />
      )}
    </>
  );
}

function sameMerchants({ sort: _, ...one }: DirectoryQuery, { sort: __, ...other }: DirectoryQuery): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
