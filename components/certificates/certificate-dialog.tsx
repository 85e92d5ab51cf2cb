"use client";

import { useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog } from "@/components/ui/dialog";
import { MonoId } from "@/components/ui/mono-id";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import { utcTime } from "@/components/ui/time";
import type { DeskCertificate } from "@/lib/desk/certificate";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { RevokeForm } from "./revoke-form";
import { inOneLine, nameOf, standingOf } from "./words";

export interface CertificateDialogProps {
  readonly environment: Environment;
  readonly certificate: DeskCertificate;
  readonly now: number;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** All that is known of a certificate, and what can be done with it: revoke it from a moment on, or take it out of the inventory. */
export function CertificateDialog({ environment, certificate, now, onChanged, onClose }: CertificateDialogProps) {
  const [revoking, setRevoking] = useState(false);
  const { busy, problem, remove } = useRemove(environment, certificate, () => {
    onChanged();
    onClose();
  });
  const own = certificate.processes > 0;
  const isRevoked = standingOf(certificate, now).label === "Revoked";
  if (revoking)
    return <RevokeForm environment={environment} certificate={certificate} onRevoked={onChanged} onBack={() => setRevoking(false)} onClose={onClose} />;
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={nameOf(certificate)}
      footer={
        <>
          <Button loading={busy} unavailable={own ? "The desk itself shows it to Klarna" : undefined} onClick={remove}>
            Take it out of the inventory
          </Button>
          {!isRevoked && (
            <Button variant="danger" unavailable={own ? "The desk itself shows it to Klarna: replace it first" : undefined} onClick={() => setRevoking(true)}>
              {certificate.revoked_from ? "Revoke at another time" : "Revoke"}
            </Button>
          )}
        </>
      }
    >
      {problem && <ProblemNotice title="It wasn't taken out" problem={problem} className="mb-3" />}
      <DescriptionList items={factsOf(certificate, now)} />
    </Dialog>
  );
}

function factsOf(certificate: DeskCertificate, now: number) {
  const { serial_number, subject, issuer, valid_from, valid_to, fingerprint, added_at, added_by, revoked_from, revoked_by, processes } = certificate;
  const time = (at: string) => (
    <>
      {utcTime(new Date(at))}, <RelativeTime at={at} />
    </>
  );
  return [
    { term: "Standing", value: <Standing {...standingOf(certificate, now)} /> },
    { term: "In use", value: processes > 0 ? "By this desk, which shows it to Klarna" : "Not by this desk" },
    { term: "Serial number", value: <MonoId value={serial_number} label="serial number" /> },
    { term: "Subject", value: inOneLine(subject) },
    { term: "Issuer", value: inOneLine(issuer) },
    { term: "Valid from", value: time(valid_from) },
    { term: "Valid until", value: time(valid_to) },
    { term: "SHA-256 fingerprint", value: <span className="break-all mono">{fingerprint}</span> },
    {
      term: "In the inventory",
      value: (
        <>
          {added_by ? `Entered by ${added_by}` : "Found in the desk's settings"}, <RelativeTime at={added_at} />
        </>
      ),
    },
    ...(revoked_from
      ? [
          {
            term: "Revoked",
            value: (
              <>
                By {revoked_by ?? "somebody"}, from {time(revoked_from)}
              </>
            ),
          },
        ]
      : []),
  ];
}

function Standing({ tone, label, hint }: ReturnType<typeof standingOf>) {
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={tone}>{label}</Badge>
      <span className="text-muted">{hint}</span>
    </span>
  );
}

function useRemove(environment: Environment, { fingerprint }: DeskCertificate, onRemoved: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const remove = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send<void>("/api/desk/certificates", { method: "DELETE", search: { environment, fingerprint } });
      onRemoved();
    } catch (error) {
      setProblem(ProblemError.of(error).problem);
      setBusy(false);
    }
  };
  return { busy, problem, remove: () => void remove() };
}
