import { StateBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { utcTime } from "@/components/ui/time";
import { Truncated } from "@/components/ui/truncated";
import type { DeskCertificate } from "@/lib/desk/certificate";

import { inOneLine, nameOf, standingOf } from "./words";

export interface CertificateColumns {
  readonly open: (certificate: DeskCertificate) => void;
  /** The moment that "valid" is about. */
  readonly now: number;
}

/** The columns of an environment's certificates. */
export function certificateColumns({ open, now }: CertificateColumns): readonly Column<DeskCertificate>[] {
  return [
    { key: "subject", header: "Subject", least: 10, cell: (certificate) => <Names certificate={certificate} /> },
    {
      key: "serial",
      header: "Serial number",
      width: "w-[20%]",
      least: 8.5,
      cell: ({ serial_number }) => <MonoId value={serial_number} label="serial number" />,
    },
    { key: "valid", header: "Valid until", width: "w-[18%]", least: 7, cell: (certificate) => <Validity certificate={certificate} /> },
    { key: "standing", header: "Standing", width: "w-[20%]", least: 9.5, cell: (certificate) => <Standing certificate={certificate} now={now} /> },
    {
      key: "more",
      header: "Details",
      width: "w-[11%]",
      least: 5.5,
      cell: (certificate) => (
        <Button size="sm" variant="ghost" aria-label={`Details of ${nameOf(certificate)}`} onClick={() => open(certificate)}>
          Details
        </Button>
      ),
    },
  ];
}

function Names({ certificate }: { readonly certificate: DeskCertificate }) {
  return (
    <span className="block py-1.5">
      <Truncated text={nameOf(certificate)} />
      <Truncated text={`Issued by ${inOneLine(certificate.issuer) || "nobody it names"}`} className="font-normal text-muted text-xs" />
    </span>
  );
}

function Validity({ certificate: { valid_to } }: { readonly certificate: DeskCertificate }) {
  return (
    <span className="block text-muted">
      <span className="block truncate tabular-nums">{utcTime(new Date(valid_to))}</span>
      <span className="block text-xs">
        <RelativeTime at={valid_to} />
      </span>
    </span>
  );
}

function Standing({ certificate, now }: { readonly certificate: DeskCertificate; readonly now: number }) {
  const { revoked_from, processes } = certificate;
  return (
    <span className="grid justify-items-start gap-1 py-1.5">
      <StateBadge {...standingOf(certificate, now)} />
      {processes > 0 && (
        <StateBadge
          tone="good"
          label="The desk's own"
          hint={`${processes === 1 ? "One process" : `${processes} processes`} of this desk ${processes === 1 ? "shows" : "show"} it to Klarna now, so it can't be revoked.`}
        />
      )}
      {revoked_from && (
        <span className="text-muted text-xs">
          From <RelativeTime at={revoked_from} />
        </span>
      )}
    </span>
  );
}
