import type { Metadata } from "next";

import { AccountList } from "@/components/books/account-list";
import { ExportList } from "@/components/books/export-list";
import { ItemTable } from "@/components/books/item-table";
import { MonthActs } from "@/components/books/month-acts";
import { MonthChoice } from "@/components/books/month-choice";
import { MonthSums } from "@/components/books/month-sums";
import { entriesText } from "@/components/books/words";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { isMonth, monthBeside, monthName } from "@/lib/desk/books/month";
import { environmentOf, readParams } from "@/lib/routes";
import { readMonth } from "@/lib/server/books/month";
import { allowed, signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Books" };

export default async function BooksPage({ params, searchParams }: PageProps<"/[environment]/books">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("settlements:read");
  const { month: asked, page } = await searchParams;
  const thisMonth = new Date().toISOString().slice(0, 7);
  // What is closed is the month before.
  const month = typeof asked === "string" && isMonth(asked) ? asked : monthBeside(thisMonth, -1);
  const [books, mayWrite, mayExport] = [await readMonth(environment, month), await allowed("books:write"), await allowed("settlements:export")];
  const open = books.items.filter(({ exported, standing }) => !exported && standing === "ready").length;
  const place = { environment, month };
  return (
    <>
      <PageHeader
        title="Books"
        description="Settlements and payouts as journal entries, balanced to the last digit, each exported once."
        actions={mayWrite && <MonthActs {...place} locked={books.locked !== null} />}
      />
      <MonthChoice {...place} unclear={typeof asked === "string" && asked !== "" && !isMonth(asked)} />
      {books.locked && (
        <Notice tone="info" title={`${monthName(month)} is locked`} className="mb-4">
          Nothing more is exported of it, and no export is taken back.{" "}
          {open > 0 && `${entriesText(open)} that could be exported ${open === 1 ? "isn't" : "aren't"}. `}
          Locked by {books.locked.by}, <RelativeTime at={books.locked.at} />
        </Notice>
      )}
      <MonthSums items={books.items} />
      <ItemTable {...place} items={books.items} page={typeof page === "string" ? page : undefined} />
      <ExportList environment={environment} exports={books.exports} mayTakeBack={mayWrite} mayDownload={mayExport} locked={books.locked !== null} />
      <AccountList environment={environment} accounts={books.accounts} mayChange={mayWrite} />
    </>
  );
}
