import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { ProblemError } from "@/lib/klarna/problem";

import { FirstRead } from "./first-read";

export interface PagesReadProps<Page> {
  readonly read: UseInfiniteQueryResult<InfiniteData<Page>>;
  /** What is said where not even the first page could be read. */
  readonly failed: string;
  readonly children: (pages: readonly Page[]) => ReactNode;
}

/** What is read page by page: what there is of it, the way to more, and why there is no more, or nothing. */
export function PagesRead<Page>({ read, failed, children }: PagesReadProps<Page>) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = read;
  if (!data) return <FirstRead read={read} failed={failed} />;
  const problem = error && ProblemError.of(error).problem;
  return (
    <>
      {children(data.pages)}
      {problem && <ProblemNotice className="mt-4" title="The next ones can't be read" problem={problem} />}
      {hasNextPage && (
        <Button className="mt-4" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
