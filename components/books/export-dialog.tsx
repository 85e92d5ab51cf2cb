"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { usePageAnew } from "@/components/operation/use-page-anew";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { Skeleton } from "@/components/ui/skeleton";
import { type BookLook, type BookStyle, bookStyles, monthName } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { download } from "@/lib/query/download";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

import { ExportLook } from "./export-look";
import { entriesText, styleWords } from "./words";

export interface ExportDialogProps {
  readonly environment: Environment;
  readonly month: string;
  readonly onClose: () => void;
}

/** Shows what an export would hold before it is made; then makes it and downloads it. */
export function ExportDialog({ environment, month, onClose }: ExportDialogProps) {
  const pageAnew = usePageAnew();
  const [style, setStyle] = useState<BookStyle>("collected");
  const look = useQuery({ ...readDesk<BookLook>("books/look", { environment, month, style }), staleTime: 0, gcTime: 0 });
  const make = useMutation({
    mutationFn: (seen: string) => send<{ readonly id: string }>("/api/desk/books/exports", { method: "POST", body: { environment, month, style, seen } }),
    onSettled: pageAnew,
    onSuccess: ({ id }) => save.mutate(id),
    onError: (error) => {
      if (!isUnclear(error)) void look.refetch();
    },
  });
  // The export is made by then, and stands in the list: only its file may still be missing.
  const save = useMutation({
    mutationFn: (id: string) => download(`/api/desk/books/exports/${id}/file?${new URLSearchParams({ environment, style })}`),
    onSuccess: onClose,
  });
  const problem = [make.error, look.error].flatMap((error) => (error ? [ProblemError.of(error).problem] : []))[0];
  const { data } = look;
  const unclear = make.error !== null && isUnclear(make.error);
  const seen = unclear ? make.variables : data?.seen;
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={`Export ${monthName(month)}`}
      description="Whatever isn't exported yet, and balances. Nothing is exported twice."
      footer={
        <>
          <Button onClick={onClose}>{make.data ? "Close" : "Leave it"}</Button>
          {!make.data && (
            <Button
              variant="primary"
              loading={make.isPending || save.isPending}
              unavailable={unclear ? undefined : unavailable(data)}
              onClick={() => seen && make.mutate(seen)}
            >
              {unclear ? "Export again" : data && data.entries > 0 ? `Export ${entriesText(data.entries)}` : "Export"}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <SelectField
          label="How"
          value={style}
          options={bookStyles.map((value) => ({ value, label: styleWords[value] }))}
          onChange={({ target }) => {
            make.reset();
            setStyle(target.value as BookStyle);
          }}
        />
        {problem && <ProblemNotice title={titleOf(make.error)} unclearTitle={titleOf(make.error)} problem={problem} />}
        {unclear && <p>Export again: what was exported meanwhile isn't exported twice, and its file comes then.</p>}
        {save.error && (
          <ProblemNotice title="It is exported, but its file didn't come: download it from the list" problem={ProblemError.of(save.error).problem} />
        )}
        {data ? <ExportLook look={data} /> : !look.error && <Skeleton className="h-40" />}
      </div>
    </Dialog>
  );
}

/** No answer, or one that nobody can read: it may have been exported nevertheless. */
function isUnclear(error: unknown): boolean {
  const { status } = ProblemError.of(error).problem;
  return status === 0 || status >= 500;
}

function titleOf(failed: Error | null): string {
  if (!failed) return "It can't be looked at";
  return isUnclear(failed) ? "It isn't known whether it was exported" : "Nothing was exported";
}

function unavailable(look: BookLook | undefined): string | undefined {
  if (!look) return "What it would hold is still being read";
  if (look.missing.length > 0) return "Name the missing accounts first";
  return look.entries === 0 ? "There is nothing to export" : undefined;
}
