"use client";

import { useQuery } from "@tanstack/react-query";

import type { MerchantCategory } from "@/lib/desk/check";
import { readDesk } from "@/lib/query/read";

/** Names of merchant category codes that came with the page, by code. */
export type CategoryNames = Readonly<Record<string, string>>;

/** What a merchant category code is called; one that didn't come with the page is looked up. The code itself until there is a name. */
export function useCategoryName(code: string | undefined, known: CategoryNames): string | undefined {
  const name = code && known[code];
  const { data } = useQuery({
    ...readDesk<readonly MerchantCategory[]>("categories", { q: code ?? "" }),
    enabled: code !== undefined && !name,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return name || (data?.find((category) => category.code === code)?.name ?? code);
}
