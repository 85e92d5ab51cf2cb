import { Download, X } from "lucide-react";
import { useRef, useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PauseButton } from "@/components/ui/pause-button";
import { ProblemNotice } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { Import } from "@/lib/desk/import";
import { importStoppedWords } from "@/lib/desk/import-words";
import { readingStates } from "@/lib/desk/job-words";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { progressWords } from "./standing-words";

/** How one list stands, and what can be done with it. */
export function ImportItem({ given, onChanged }: { readonly given: Import; readonly onChanged: () => void }) {
  const { id, environment, state, by, created_at, total, read, failed, faulty, code } = given;
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const steer = async (action: "pause" | "resume" | "cancel") => {
    setBusy(action);
    setProblem(undefined);
    await send(`/api/desk/imports/${id}`, { method: "POST", body: { environment, action } })
      .catch((error: unknown) => setProblem(ProblemError.of(error).problem))
      .finally(() => setBusy(undefined));
    onChanged();
    if (action === "cancel") keepPlace();
  };
  const { tone, label } = readingStates[state];
  const over = state === "done" || state === "cancelled";
  const area = useRef<HTMLLIElement>(null);
  const keepPlace = useFocusAfter(area, String(over), standing);
  const name = `${total.toLocaleString("en")} ${total === 1 ? "account" : "accounts"}`;
  return (
    <li ref={area} className="rounded border px-4 py-3">
      <div data-standing tabIndex={-1} className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-medium tabular-nums">{name}</span>
        <Badge tone={tone}>{label}</Badge>
        <span className="wrap-anywhere min-w-0 flex-1 basis-48 text-muted">
          {by ?? "From the command line"}, <RelativeTime at={created_at} />
        </span>
        <span className="flex flex-wrap gap-2">
          {!over && (
            <>
              <PauseButton
                size="sm"
                paused={state === "paused" || state === "stopped"}
                loading={busy === "pause" || busy === "resume"}
                onPress={(action) => void steer(action)}
              />
              <Button size="sm" variant="ghost" icon={<X aria-hidden />} loading={busy === "cancel"} onClick={() => void steer("cancel")}>
                Give up
              </Button>
            </>
          )}
        </span>
      </div>
      <div className="mt-3">
        <Progress label={`Reading ${name}`} done={read + failed} total={total} resting={state !== "running"} />
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted tabular-nums" role="status" aria-live="off">
        <span>{progressWords(given)}</span>
        {failed + faulty > 0 && (
          <a className="inline-flex items-center gap-1 underline" href={`/api/desk/imports/${id}/failures?environment=${environment}`} download>
            <Download aria-hidden className="size-3.5" />
            {(failed + faulty).toLocaleString("en")} came to nothing (CSV)
          </a>
        )}
      </p>
      {state === "stopped" && <p className="mt-2 text-wrong">{importStoppedWords(code)}</p>}
      {problem && <ProblemNotice className="mt-3" problem={problem} title="That wasn't done" />}
    </li>
  );
}

// Once it is given up its buttons are gone: the focus goes to the line that says so.
const standing = { row: "[data-standing]" };
