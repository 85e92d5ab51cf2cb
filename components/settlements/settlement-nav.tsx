"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

const sections = [
  { slug: "", label: "Does it add up?" },
  { slug: "transactions", label: "Transactions" },
  { slug: "merchants", label: "Merchants" },
] as const;

/** From section to section of a settlement's page. On a phone it scrolls sideways. */
export function SettlementNav({ environment, settlementId }: { readonly environment: Environment; readonly settlementId: string }) {
  const here = usePathname()?.split("/")[4] ?? "";
  return (
    <nav aria-label="Sections" className="mt-1 mb-4 overflow-x-auto border-b">
      <ul className="flex min-w-max gap-1">
        {sections.map(({ slug, label }) => (
          <li key={slug}>
            <Link
              href={routes.settlement(environment, settlementId, slug)}
              prefetch={false}
              aria-current={here === slug ? "page" : undefined}
              className={clsx(
                "-mb-px flex h-9 items-center border-b-2 px-3 font-medium transition-colors max-md:h-11",
                here === slug ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
