import { Button } from "@/components/ui/button";
import { ProblemNotice, type ProblemNoticeProps } from "@/components/ui/problem";

import { useRefresh } from "./use-refresh";

export interface FailedReadProps extends Pick<ProblemNoticeProps, "problem" | "className"> {
  readonly title: string;
  readonly refetch: () => Promise<unknown>;
}

/** What couldn't be read, why, and another try, which turns while it is under way. */
export function FailedRead({ refetch, ...notice }: FailedReadProps) {
  const { busy, refresh } = useRefresh(refetch);
  return (
    <ProblemNotice
      {...notice}
      actions={
        <Button loading={busy} onClick={refresh}>
          Try again
        </Button>
      }
    />
  );
}
