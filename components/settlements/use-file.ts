import { useMutation } from "@tanstack/react-query";

import type { SettlementDetail } from "@/lib/desk/settlement";
import { ProblemError } from "@/lib/klarna/problem";
import { downloadLarge } from "@/lib/query/download";

/** One of a settlement's files: which door it comes from, and of which merchant it is. */
interface SettlementFile {
  readonly form: "report" | "spreadsheet" | "fees/csv";
  readonly account_id?: string;
}

/** Saves a settlement's files, however large they are, and says why there is none. */
export function useFile({ environment, settlement_id }: Pick<SettlementDetail, "environment" | "settlement_id">) {
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: ({ form, ...of }: SettlementFile) =>
      downloadLarge(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/${form}`, { environment, ...of }),
  });
  return {
    save: (file: SettlementFile) => mutate(file),
    /** Which one is being asked for. */
    saving: isPending ? variables : undefined,
    problem: error ? ProblemError.of(error).problem : undefined,
  };
}
