"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, RefreshCw } from "lucide-react";

import { usePageAnew } from "@/components/operation/use-page-anew";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { download } from "@/lib/query/download";
import { send } from "@/lib/query/send";

export interface PayoutActsProps {
  readonly environment: Environment;
  readonly reference: string;
  readonly mayExport: boolean;
  /** Why Klarna can't be asked about it, if it can't. */
  readonly unavailable?: string | undefined;
}

/** Reads a payout anew, and downloads Klarna's own papers of it. */
export function PayoutActs({ environment, reference, mayExport, unavailable }: PayoutActsProps) {
  const pageAnew = usePageAnew();
  const path = `/api/desk/payouts/${encodeURIComponent(reference)}`;
  // What failed last is told: each takes away what the other said, but drops nothing that is under way.
  const again = useMutation({
    mutationFn: () => send<void>(`${path}/read`, { method: "POST", body: { environment } }),
    onMutate: (): void => (paper.isError ? paper.reset() : undefined),
    onSuccess: pageAnew,
  });
  const paper = useMutation({
    mutationFn: (format: "csv" | "pdf") => download(`${path}/report?${new URLSearchParams({ environment, format })}`),
    onMutate: (): void => (again.isError ? again.reset() : undefined),
  });
  const error = again.error ?? paper.error;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button icon={<RefreshCw aria-hidden />} loading={again.isPending} unavailable={unavailable} onClick={() => again.mutate()}>
          Read again
        </Button>
        {mayExport &&
          (["pdf", "csv"] as const).map((format) => (
            <Button
              key={format}
              icon={<Download aria-hidden />}
              loading={paper.isPending && paper.variables === format}
              unavailable={unavailable}
              onClick={() => paper.mutate(format)}
            >
              Klarna's {format.toUpperCase()}
            </Button>
          ))}
      </div>
      {error && <ProblemNotice title={again.error ? "It wasn't read" : "There is no file"} problem={ProblemError.of(error).problem} />}
    </div>
  );
}
