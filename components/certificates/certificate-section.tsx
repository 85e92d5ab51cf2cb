"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { CertificateList } from "@/lib/desk/certificate";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { certificateColumns } from "./certificate-columns";

const EnterDialog = dynamic(() => import("./enter-dialog").then((dialog) => dialog.EnterDialog));
const CertificateDialog = dynamic(() => import("./certificate-dialog").then((dialog) => dialog.CertificateDialog));

export interface CertificateSectionProps {
  readonly first: CertificateList;
  readonly readAt: string;
}

/** One environment's certificates. */
export function CertificateSection({ first, readAt }: CertificateSectionProps) {
  const { environment } = first;
  const client = useQueryClient();
  const asked = readDesk<CertificateList>("certificates", { environment });
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({ ...asked, initialData: first, initialDataUpdatedAt: Date.parse(readAt) });
  const [entering, setEntering] = useState(false);
  const [opened, setOpened] = useState<string>();
  const again = () => void client.invalidateQueries({ queryKey: asked.queryKey });
  const { certificates } = data;
  const shown = certificates.find(({ fingerprint }) => fingerprint === opened);
  const name = environment.toUpperCase();
  return (
    <section id={environment} aria-labelledby={`${environment}-title`}>
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id={`${environment}-title`} className="font-semibold text-base">
          {name}
        </h2>
        <Button size="sm" onClick={() => setEntering(true)}>
          Enter certificates
        </Button>
      </div>
      <Freshness
        problem={error ? ProblemError.of(error).problem : undefined}
        at={new Date(dataUpdatedAt).toISOString()}
        busy={isFetching}
        refresh={() => void refetch()}
      >
        {certificates.length === 1 ? "1 certificate" : `${certificates.length} certificates`}
      </Freshness>
      <Table
        caption={`Certificates of ${name}`}
        columns={certificateColumns({ open: ({ fingerprint }) => setOpened(fingerprint), now: dataUpdatedAt })}
        rows={certificates}
        rowKey={({ fingerprint }) => fingerprint}
        empty={
          <EmptyState icon={<ShieldCheck aria-hidden />} title="No certificate in the inventory yet">
            Klarna has no list of them. Enter yours, and the desk warns before one ends.
          </EmptyState>
        }
      />
      {entering && <EnterDialog environment={environment} onEntered={again} onClose={() => setEntering(false)} />}
      {shown && (
        <CertificateDialog
          key={shown.fingerprint}
          environment={environment}
          certificate={shown}
          now={dataUpdatedAt}
          onChanged={again}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}
