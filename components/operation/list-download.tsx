"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { ProblemError } from "@/lib/klarna/problem";
import { download } from "@/lib/query/download";

export interface ListDownloadProps {
  /** The door that makes the file, and what the list is narrowed to. */
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
}

/** Saves all of a list as it is narrowed now, not only the part that is shown. */
export function ListDownload({ path, search }: ListDownloadProps) {
  const { mutate, error, isPending } = useMutation({ mutationFn: () => download(`${path}?${new URLSearchParams(search)}`) });
  return (
    <>
      <Button icon={<Download aria-hidden />} loading={isPending} onClick={() => mutate()}>
        Download as CSV
      </Button>
      {error && <ProblemNotice className="w-full" title="There is no file" problem={ProblemError.of(error).problem} />}
    </>
  );
}
