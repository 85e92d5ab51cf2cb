"use client";

import { useMutation } from "@tanstack/react-query";
import { Copy, FileSpreadsheet, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import type { Draft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { CopyDialog } from "./copy-dialog";
import { Drafts } from "./drafts";

export interface NewMerchantProps {
  readonly environment: Environment;
  /** The merchant that the page was opened to copy. */
  readonly copyOf: string | undefined;
}

/** Where an onboarding begins: empty, as a copy of a merchant, or by going on with a draft. */
export function NewMerchant({ environment, copyOf }: NewMerchantProps) {
  const router = useRouter();
  const [choosing, setChoosing] = useState(false);
  const starting = useRef(false);
  const start = useMutation<Draft, Error, string | undefined>({
    mutationFn: (copied) =>
      send("/api/desk/drafts", { method: "POST", body: { environment, ...(copied === undefined ? { title: "", content: {} } : { copy_of: copied }) } }),
    onError: () => {
      starting.current = false;
    },
    // In the place of the address that asked for a copy: going back doesn't copy again.
    onSuccess: ({ id }) => (copyOf === undefined ? router.push : router.replace)(routes.draft(environment, id)),
  });
  const { mutate } = start;
  // One at a time: the second press of a double click comes before anything is drawn anew, and would start a draft of its own.
  const begin = useCallback(
    (copied: string | undefined) => {
      if (starting.current) return;
      starting.current = true;
      mutate(copied);
    },
    [mutate],
  );
  useEffect(() => {
    if (copyOf !== undefined) begin(copyOf);
  }, [copyOf, begin]);
  const busy = start.isPending || start.isSuccess;
  return (
    <>
      <PageHeader
        title="New merchants"
        description="In preparation. A draft is saved as you type; anybody who may onboard can go on with it."
        breadcrumb={<Breadcrumb items={[{ label: "Merchants", href: routes.merchants(environment) }, { label: "New merchants" }]} />}
        actions={
          <>
            <ButtonLink icon={<FileSpreadsheet aria-hidden />} href={routes.newFromTable(environment)}>
              Start from a table
            </ButtonLink>
            <Button icon={<Copy aria-hidden />} loading={busy && start.variables !== undefined} onClick={() => setChoosing(true)}>
              Start from a copy
            </Button>
            <Button variant="primary" icon={<Plus aria-hidden />} loading={busy && start.variables === undefined} onClick={() => begin(undefined)}>
              Start a new merchant
            </Button>
          </>
        }
      />
      {start.error && (
        <ProblemNotice
          className="mb-6"
          title={start.variables === undefined ? "No draft was started" : "The merchant couldn't be copied"}
          problem={ProblemError.of(start.error).problem}
        />
      )}
      <Drafts environment={environment} />
      <CopyDialog
        environment={environment}
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(accountId) => {
          setChoosing(false);
          begin(accountId);
        }}
      />
    </>
  );
}
