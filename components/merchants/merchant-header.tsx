import { Columns2, CopyPlus } from "lucide-react";
import type { ReactNode } from "react";

import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import { isolated } from "@/lib/desk/isolated";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { merchantName } from "@/lib/desk/merchant";
import { routes } from "@/lib/routes";

import { CompareWith } from "./compare/compare-with";
import { MerchantState } from "./merchant-state";
import { MerchantTags } from "./merchant-tags";

export interface MerchantHeaderProps {
  readonly merchant: DirectoryMerchant;
  readonly mayOnboard: boolean;
  readonly mayTag: boolean;
  /** What else stands beside the name. */
  readonly children?: ReactNode;
}

/** Who this is: name, state, reference and id, and the way back up. */
export function MerchantHeader({ merchant, mayOnboard, mayTag, children }: MerchantHeaderProps) {
  const { environment, account_id, account_reference, missing_since } = merchant;
  const name = merchantName(merchant);
  return (
    <PageHeader
      title={name}
      breadcrumb={<Breadcrumb items={[{ label: "Merchants", href: routes.merchants(environment) }, { label: name }]} />}
      aside={
        <>
          <MerchantState merchant={merchant} />
          <MerchantTags merchant={merchant} mayTag={mayTag} />
          {children}
        </>
      }
      description={
        <span className="flex flex-wrap gap-x-6">
          {account_reference && <Id term="Reference" value={account_reference} label="reference" />}
          <Id term="Account" value={account_id} label="account id" />
        </span>
      }
      actions={
        // Klarna is asked for both.
        !missing_since && (
          <>
            <CompareWith
              environment={environment}
              title={`Compare ${isolated(name)} with`}
              href={(other) => routes.compareMerchants(environment, { left: account_id, right: other })}
              icon={<Columns2 aria-hidden />}
            >
              Compare with …
            </CompareWith>
            {mayOnboard && (
              <ButtonLink href={`${routes.newMerchant(environment)}?${new URLSearchParams({ copy_of: account_id })}`} icon={<CopyPlus aria-hidden />}>
                Start a new one from this
              </ButtonLink>
            )}
          </>
        )
      }
    />
  );
}

function Id({ term, value, label }: { readonly term: string; readonly value: string; readonly label: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      {term} <MonoId value={value} label={label} />
    </span>
  );
}
