import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { Skeleton } from "@/components/ui/skeleton";
import { ProblemError } from "@/lib/klarna/problem";

export interface FirstReadProps {
  /** A query that has no data yet. */
  readonly read: { readonly error: Error | null; readonly refetch: () => Promise<unknown> };
  /** What is said where it failed. */
  readonly failed: string;
}

/** Stands where something will once it is read: its place while it comes, and why it doesn't, with another try. */
export function FirstRead({ read: { error, refetch }, failed }: FirstReadProps) {
  if (!error) return <Skeleton className="h-72 w-full" />;
  return <ProblemNotice title={failed} problem={ProblemError.of(error).problem} actions={<Button onClick={() => void refetch()}>Try again</Button>} />;
}
