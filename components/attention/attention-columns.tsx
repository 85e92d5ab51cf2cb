import clsx from "clsx";
import { Link } from "@/components/ui/link";

import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { AttentionItem, AttentionShow } from "@/lib/desk/attention";
import { routes } from "@/lib/routes";

import { ItemActs, type ItemActsProps } from "./item-acts";
import { merchantOf } from "./words";

export interface AttentionColumns extends Omit<ItemActsProps, "item"> {
  /** When the list was read: what was due by then is overdue. */
  readonly readAt: number;
  readonly mayAct: boolean;
}

/** The columns of what needs attention; with what can be done about it for those who may. */
export function attentionColumns({ readAt, mayAct, ...acts }: AttentionColumns): readonly Column<AttentionItem>[] {
  const { show, me } = acts;
  return [
    { key: "merchant", header: "Merchant", width: "w-[17%]", least: 9, cell: (item) => <Truncated text={merchantOf(item)} /> },
    { key: "environment", header: "In", width: "w-16", cell: ({ environment }) => <EnvironmentMark environment={environment} /> },
    { key: "reason", header: "What is the matter", least: 13, whole: true, cell: (item) => <Reason item={item} /> },
    { key: "opened", header: "Since", width: "w-[9%]", least: 5.5, sortable: true, wideOnly: true, cell: ({ since }) => <Quiet at={since} /> },
    { key: "person", header: "Who takes care", width: "w-[11%]", least: 7, cell: ({ person }) => <Who person={person} me={me} /> },
    { key: "due", header: times[show], width: "w-[9%]", least: 5.5, sortable: true, cell: (item) => <When item={item} show={show} readAt={readAt} /> },
    ...(mayAct ? [{ key: "acts", header: "What to do", whole: true, width: "w-36", cell: (item: AttentionItem) => <ItemActs item={item} {...acts} /> }] : []),
  ];
}

const times: Readonly<Record<AttentionShow, string>> = { open: "Due", snoozed: "Comes back", done: "Done" };

/** TEST by word, colour and shape, as everywhere; LIVE is plain. */
function EnvironmentMark({ environment }: Pick<AttentionItem, "environment">) {
  return (
    <span className={clsx("font-medium text-xs", environment === "test" && "rounded-sm bg-band px-1.5 py-0.5 text-on-band tracking-wider")}>
      {environment.toUpperCase()}
    </span>
  );
}

/** What is the matter and what to do about it: never cut off, since it is what one is here for. */
function Reason({ item: { reason, advice, operation_id, account_id } }: { readonly item: AttentionItem }) {
  return (
    <span className="block py-2 font-normal card:py-1">
      <span className="wrap-anywhere block text-pretty">{reason}</span>
      <span className="wrap-anywhere block text-pretty text-muted text-xs">
        {advice}{" "}
        {operation_id && account_id && (
          <Link href={routes.operation(operation_id)} className="whitespace-nowrap text-accent-ink hover:underline">
            The operation
          </Link>
        )}
      </span>
    </span>
  );
}

function Who({ person, me }: { readonly person: AttentionItem["person"]; readonly me: string }) {
  if (!person) return <span className="text-muted">Nobody</span>;
  if (person.id === me) return <span className="font-medium">You</span>;
  return person.disabled ? <Truncated text={`${person.name} (left)`} className="text-muted" /> : <Truncated text={person.name} />;
}

function When({
  item: { due_at, snoozed_until, done_at, done_by },
  show,
  readAt,
}: {
  readonly item: AttentionItem;
  readonly show: AttentionShow;
  readonly readAt: number;
}) {
  if (show === "snoozed") return snoozed_until && <RelativeTime at={snoozed_until} />;
  if (show === "done")
    return (
      <span className="block">
        {done_at && <RelativeTime at={done_at} />}
        {done_by && <Truncated text={`by ${done_by}`} className="text-muted text-xs" />}
      </span>
    );
  const overdue = Date.parse(due_at) < readAt;
  return (
    <span className={clsx("block", overdue && "text-wrong")}>
      {overdue && <span className="block font-medium">Overdue</span>}
      <RelativeTime at={due_at} />
    </span>
  );
}

function Quiet({ at }: { readonly at: string }) {
  return (
    <span className="text-muted">
      <RelativeTime at={at} />
    </span>
  );
}
