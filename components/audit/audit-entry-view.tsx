import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { utcTime } from "@/components/ui/time";
import type { AuditEntryOpened } from "@/lib/desk/audit";
import { routes } from "@/lib/routes";

import { AuditFields } from "./audit-fields";
import { Outcome, whatIn, whoIn } from "./audit-table";

/** One entry of the log, opened: who, what, about whom, and field by field what it was about. */
export function AuditEntryView({ entry }: { readonly entry: AuditEntryOpened }) {
  const { account_id, environment, operation_id, outcome } = entry;
  return (
    <>
      <PageHeader
        title={whatIn(entry)}
        aside={<Outcome outcome={outcome} />}
        breadcrumb={<Breadcrumb items={[{ label: "Audit log", href: routes.audit }, { label: `Entry ${entry.id}` }]} />}
        actions={
          <>
            {operation_id && <ButtonLink href={routes.operation(operation_id)}>The whole operation</ButtonLink>}
            {account_id && environment && <ButtonLink href={routes.merchant(environment, account_id)}>The merchant's page</ButtonLink>}
          </>
        }
      />
      <div className="max-w-3xl">
        <DescriptionList items={factsOf(entry)} />
      </div>
      {entry.fields.length > 0 && <AuditFields fields={entry.fields} />}
    </>
  );
}

function factsOf(entry: AuditEntryOpened) {
  const { at, by, role, person_id, environment, account_id, merchant, operation, facts, link, hash, kind } = entry;
  return [
    {
      term: "When",
      value: (
        <>
          {utcTime(new Date(at))}, <RelativeTime at={at} />
        </>
      ),
    },
    { term: "Who", value: `${whoIn({ by, person_id })}${role ? `, as ${role}` : ""}` },
    { term: "Kind", value: <span className="mono">{kind}</span> },
    ...(operation ? [{ term: "Operation", value: <span className="mono">{operation}</span> }] : []),
    ...(environment ? [{ term: "Environment", value: environment.toUpperCase() }] : []),
    ...(merchant ? [{ term: "Merchant", value: merchant }] : []),
    ...(account_id ? [{ term: "Account id", value: <MonoId value={account_id} label="account id" /> }] : []),
    ...facts.map(({ name, value }) => ({ term: titled(name), value })),
    { term: "Sealed", value: link === null ? "Not yet: within a second" : <Seal link={link} hash={hash} /> },
  ];
}

/** `quiet_hours` → `Quiet hours`. */
function titled(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function Seal({ link, hash }: { readonly link: number; readonly hash: string | null }) {
  return (
    <span className="wrap-anywhere">
      Link {link}, <span className="break-all mono">{hash}</span>
    </span>
  );
}
