import { Button } from "@/components/ui/button";
import { ProblemNotice, type ProblemNoticeProps } from "@/components/ui/problem";

import { useRefresh } from "./use-refresh";

export interface FailedReadProps extends Pick<ProblemNoticeProps, "problem" | "className"> {
  /** What couldn't be read, as a sentence: "The tags couldn't be read". */
  readonly title: string;
  /** Whether what was read before is shown: then it may be old, and the sentence says so. */
  readonly stale?: boolean;
  readonly refetch: () => Promise<unknown>;
}

/** What couldn't be read, why, and another try, which turns while it is under way. */
export function FailedRead({ title, stale = false, refetch, ...notice }: FailedReadProps) {
  const { busy, refresh } = useRefresh(refetch);
  return (
    <ProblemNotice
      {...notice}
      title={stale ? `What you see may be old: ${title.charAt(0).toLowerCase()}${title.slice(1)} again` : title}
      actions={
        <Button loading={busy} onClick={refresh}>
          Try again
        </Button>
      }
    />
  );
}
