import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

/**
 * Has the server make the page anew as soon as it can, asking every few seconds whether it can. A page that it couldn't make would stand in the place of the one that
 * is open, and what is told and typed there would be gone.
 */
export function usePageAnew(): () => void {
  const router = useRouter();
  const client = useQueryClient();
  return () =>
    void client.fetchQuery({ queryKey: ["health"], queryFn: askHealth, staleTime: 0, gcTime: 0, retry: true, retryDelay: 3_000 }).then(() => router.refresh());
}

async function askHealth({ signal }: { readonly signal: AbortSignal }): Promise<true> {
  const { ok } = await fetch("/api/health", { cache: "no-store", signal });
  if (!ok) throw new Error("The desk can't make a page now.");
  return true;
}
