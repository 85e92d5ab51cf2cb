"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Saving } from "@/components/operation/saving";
import { SavingLine } from "@/components/operation/saving-line";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { Draft } from "@/lib/desk/draft";
import { routes } from "@/lib/routes";
import { DiscardDialog } from "./discard-dialog";

export interface WizardHeaderProps {
  readonly title: string;
  readonly draft: Draft;
  readonly saving: Saving;
  readonly locked: boolean;
}

/** Whom this is about, whether it is saved, and the way out. */
export function WizardHeader({ title, draft, saving, locked }: WizardHeaderProps) {
  const router = useRouter();
  const [discarding, setDiscarding] = useState(false);
  const { environment } = draft;
  return (
    <>
      <PageHeader
        title={title}
        aside={<SavingLine saving={saving} />}
        description={environment === "test" && "TEST: don't enter real people's data. Klarna replaces it with made-up data."}
        breadcrumb={
          <Breadcrumb
            items={[
              { label: "Merchants", href: routes.merchants(environment) },
              { label: "New merchants", href: routes.newMerchant(environment) },
              { label: title },
            ]}
          />
        }
        actions={
          <Button
            variant="ghost"
            className="max-md:-ml-4"
            unavailable={locked ? "Not while it is on its way to Klarna." : undefined}
            onClick={() => setDiscarding(true)}
          >
            Throw away
          </Button>
        }
      />
      <DiscardDialog
        draft={discarding ? { ...draft, title: title === "New merchant" ? draft.title : title } : undefined}
        onClose={() => setDiscarding(false)}
        onDiscarded={() => router.push(routes.newMerchant(environment))}
      />
    </>
  );
}
