import { Store } from "lucide-react";

import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

/** What stands in the list's place before there is a merchant, and what to do about it. */
export function NoMerchants({ environment, mayOnboard }: { readonly environment: Environment; readonly mayOnboard: boolean }) {
  return (
    <EmptyState
      icon={<Store aria-hidden />}
      title={`No merchants in ${environment.toUpperCase()} yet`}
      action={
        mayOnboard && (
          <span className="flex flex-wrap justify-center gap-2">
            <ButtonLink href={routes.importMerchants(environment)}>Bring in those you have</ButtonLink>
            <ButtonLink href={routes.newMerchant(environment)} variant="primary">
              Onboard the first
            </ButtonLink>
          </span>
        )
      }
    >
      <p>Klarna has no list to read them from: a merchant appears here once it is onboarded, or once somebody brings in its account id.</p>
    </EmptyState>
  );
}
