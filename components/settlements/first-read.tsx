import { FailedRead } from "@/components/operation/failed-read";
import { type Reading, useFailure } from "@/components/operation/use-failure";
import { Skeleton } from "@/components/ui/skeleton";

export interface FirstReadProps {
  /** A query that has no data yet. */
  readonly read: Reading & { readonly refetch: () => Promise<unknown> };
  /** What is said where it failed. */
  readonly failed: string;
}

/** Stands where something will once it is read: its place while it comes, and why it doesn't, with another try. */
export function FirstRead({ read, failed }: FirstReadProps) {
  const problem = useFailure(read);
  return problem ? <FailedRead title={failed} problem={problem} refetch={read.refetch} /> : <Skeleton className="h-72 w-full" />;
}
