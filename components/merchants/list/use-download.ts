import { useMutation } from "@tanstack/react-query";

import type { DirectoryQuery } from "@/lib/desk/directory";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { download } from "@/lib/query/download";

/** Saves a list as CSV. */
export function useDownload(environment: Environment) {
  const { mutateAsync, error, isPending } = useMutation({ mutationFn: (asked: DirectoryQuery) => download("/api/desk/directory/csv", { environment, asked }) });
  return {
    save: (asked: DirectoryQuery) => mutateAsync(asked).catch(() => undefined),
    problem: error ? ProblemError.of(error).problem : undefined,
    busy: isPending,
  };
}
