import clsx from "clsx";
import type { Metadata } from "next";
import { OperationList } from "@/components/operations/operation-list";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { routes } from "@/lib/routes";
import { listOpen, listSettled } from "@/lib/server/operations/open-operations";
import { signedIn } from "@/lib/server/page";

export const metadata: Metadata = { title: "Unclear operations" };

export default async function OperationsPage({ searchParams }: PageProps<"/settings/operations">) {
  await signedIn();
  const show = (await searchParams).show === "settled" ? "settled" : "open";
  const readAt = new Date().toISOString();
  const first = await (show === "open" ? listOpen() : listSettled());
  return (
    <>
      <PageHeader
        title="Unclear operations"
        description="What was asked of Klarna without a clear answer. The desk asks again with the same key, looks at Klarna and listens to its webhooks; what that doesn't settle within a day, a person does."
      />
      <nav aria-label="Which operations" className="mb-2 flex gap-1 border-b">
        <Tab href={routes.operations} current={show === "open"}>
          Open
        </Tab>
        <Tab href={`${routes.operations}?show=settled`} current={show === "settled"}>
          Settled later
        </Tab>
      </nav>
      <OperationList key={show} show={show} first={first} readAt={readAt} />
    </>
  );
}

function Tab({ href, current, children }: { readonly href: string; readonly current: boolean; readonly children: string }) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "-mb-px inline-flex h-9 items-center border-b-2 px-3 font-medium max-md:h-11",
        current ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
