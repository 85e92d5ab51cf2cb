"use client";

import { useQuery } from "@tanstack/react-query";

import type { MerchantCategory } from "@/lib/desk/check";
import { read, readDesk } from "@/lib/query/read";

import { useWizard } from "./wizard-context";

/** The distribution profiles that Klarna has set up for this partner. */
export function useProfiles() {
  const { environment, profiles } = useWizard();
  return useQuery({ ...read(environment, profiles), staleTime: 300_000 });
}

/** A profile's readable name; its id where Klarna gave it none. */
export function useProfileName(id: string): string {
  const { data, isPending } = useProfiles();
  return isPending ? "…" : (data?.find((profile) => profile.distribution_profile_id === id)?.name ?? id);
}

/** A category code with its name; the code alone until the desk has answered. */
export function useCategoryName(code: string): string {
  const { data } = useQuery({
    ...readDesk<readonly MerchantCategory[]>("categories", { q: code }),
    enabled: /^\d{4}$/.test(code),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = data?.find((category) => category.code === code)?.name;
  return name ? `${name} (${code})` : code;
}
