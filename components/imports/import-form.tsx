import { FileUp, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { LeaveDialog } from "@/components/operation/leave-dialog";
import { useAskedOnUnload } from "@/components/operation/use-asked-on-unload";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { ProblemNotice } from "@/components/ui/problem";
import { TextArea } from "@/components/ui/text-area";
import type { ImportCheck } from "@/lib/desk/import";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { CheckResult } from "./check-result";

const mostBytes = 8_000_000;

/** A list, pasted or out of a file; what it holds is shown before anything is done. What was typed stays until it is taken in. */
export function ImportForm({ environment, onStarted }: { readonly environment: Environment; readonly onStarted: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>();
  // Whether anything stands in the area that wasn't taken in yet, also while a file stands in its place.
  const [unsent, setUnsent] = useState(false);
  const [checked, setChecked] = useState<{ readonly check: ImportCheck; readonly text: string }>();
  // Counts what is typed and chosen: an answer about a list of before is none about this one.
  const edition = useRef(0);
  const [busy, setBusy] = useState<"check" | "start">();
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const text = () => file?.text ?? area.current?.value ?? "";

  const ask = async (what: "check" | "start", list: string) => {
    const asked = edition.current;
    setBusy(what);
    setProblem(undefined);
    try {
      if (new Blob([list]).size > mostBytes) throw tooLong;
      const body = { environment, text: list };
      if (what === "check") {
        const check = await send<ImportCheck>("/api/desk/imports/check", { method: "POST", repeatable: true, body });
        if (asked === edition.current) setChecked({ check, text: list });
      } else {
        const typed = area.current?.value;
        await send("/api/desk/imports", { method: "POST", body });
        if (asked === edition.current) changed();
        if (file) setFile((now) => (now === file ? undefined : now));
        else if (area.current?.value === typed) empty();
        onStarted();
      }
    } catch (error) {
      setProblem(ProblemError.of(error).problem);
    } finally {
      setBusy(undefined);
    }
  };
  const changed = () => {
    edition.current += 1;
    setChecked(undefined);
  };
  const look = () => setUnsent((area.current?.value ?? "").trim() !== "");
  const empty = () => {
    if (area.current) area.current.value = "";
    look();
  };
  const choose = async () => {
    const chosen = chooser.current?.files?.[0];
    if (!chooser.current || !chosen) return;
    // The same file can be chosen again, after it was corrected.
    chooser.current.value = "";
    setProblem(chosen.size > mostBytes ? tooLong.problem : undefined);
    // What isn't taken takes no other list's place, nor that of what was found in one.
    if (chosen.size > mostBytes) return;
    setFile({ name: chosen.name, text: await chosen.text() });
    changed();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was pasted and chosen before the page's scripts were there.
  useEffect(() => {
    setReady(true);
    look();
    void choose();
  }, []);
  useAskedOnUnload(unsent);

  return (
    <form
      method="post"
      className="max-w-2xl"
      onSubmit={(event) => {
        event.preventDefault();
        void ask("check", text());
      }}
    >
      {file && (
        <p className="flex items-center gap-2 rounded border px-3 py-2">
          <FileUp aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="min-w-0 flex-1 truncate">{file.name}</span>
          <Button
            variant="ghost"
            size="icon"
            aria-label="Take another list"
            onClick={() => {
              setFile(undefined);
              changed();
            }}
          >
            <X aria-hidden />
          </Button>
        </p>
      )}
      {/* Never taken away: what is pasted is nowhere else, and there again once the file goes. */}
      <div hidden={file !== undefined}>
        <TextArea
          ref={area}
          label="Account ids"
          name="ids"
          mono
          rows={8}
          spellCheck={false}
          placeholder="krn:partner:global:account:…"
          help="One a line, or a CSV with the id in one of its columns. Up to 200,000 lines."
          onChange={() => {
            look();
            changed();
          }}
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button type="submit" variant={checked ? "secondary" : "primary"} loading={busy === "check"} disabled={!ready}>
          Check the list
        </Button>
        <FileButton ref={chooser} accept=".txt,.csv,text/plain,text/csv" onChange={() => void choose()}>
          Choose a file
        </FileButton>
      </div>
      {problem && <ProblemNotice className="mt-4" problem={problem} title="This list wasn't taken in" />}
      {checked && <CheckResult check={checked.check} environment={environment} starting={busy === "start"} onStart={() => void ask("start", checked.text)} />}
      {unsent && <LeaveDialog active description="The account ids that you pasted weren't brought in yet. If you leave this page, they are lost." />}
    </form>
  );
}

const tooLong = new ProblemError({
  status: 413,
  code: "TOO_LARGE",
  message: "This list is longer than 8 MB. Split it in parts, or leave out the columns that aren't ids.",
});
