"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import type { ImportedSettlement } from "@/lib/desk/settlement";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

export interface ImportDialogProps {
  readonly environment: Environment;
  readonly file: File;
  readonly onClose: () => void;
}

/** Sends a report's file to the desk, which reads it as it arrives; once it is loaded, its settlement's page opens. */
export function ImportDialog({ environment, file, onClose }: ImportDialogProps) {
  const router = useRouter();
  const sending = useRef<AbortController>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => () => sending.current?.abort(), []);
  const load = async () => {
    const own = new AbortController();
    sending.current = own;
    setBusy(true);
    setProblem(undefined);
    try {
      const search = { environment };
      const { settlement_id } = await send<ImportedSettlement>("/api/desk/settlements/import", { method: "POST", search, file, signal: own.signal });
      router.push(routes.settlement(environment, settlement_id));
    } catch (error) {
      if (own.signal.aborted) return;
      setProblem(ProblemError.of(error).problem);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Bring in a report"
      description="Klarna's settlement report as a CSV file. It says itself which settlement it is of, and is held against itself like one that Klarna sends."
      footer={
        <>
          <Button onClick={onClose}>{busy ? "Stop" : "Leave it"}</Button>
          <Button variant="primary" loading={busy} onClick={() => void load()}>
            {problem ? "Try again" : "Load it"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {problem && <ProblemNotice problem={problem} title="It wasn't taken" />}
        <p role="status">
          <span className="wrap-anywhere font-medium">{file.name}</span> <span className="whitespace-nowrap text-muted">{sizeWords(file.size)}</span>
          {busy && <span className="block text-muted">The desk reads it as it arrives. Until all of it is there, nothing of it counts.</span>}
        </p>
      </div>
    </Dialog>
  );
}

function sizeWords(bytes: number): string {
  const [size, unit] = bytes >= 1e9 ? [bytes / 1e9, "GB"] : bytes >= 1e6 ? [bytes / 1e6, "MB"] : [bytes / 1e3, "kB"];
  return `${size.toLocaleString("en", { maximumFractionDigits: 1 })} ${unit}`;
}
