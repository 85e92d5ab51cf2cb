import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { isComfortable, rowsCookie } from "@/components/merchants/list/rows-cookie";
import { MerchantList } from "@/components/merchants/merchant-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { type DirectoryQuery, fromSearch, longestText } from "@/lib/desk/directory";
import { draftsInWords } from "@/lib/desk/draft";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { categoryNames } from "@/lib/server/categories/name";
import { listDrafts } from "@/lib/server/drafts/drafts";
import { countMerchants } from "@/lib/server/merchants/counts";
import { listMerchants } from "@/lib/server/merchants/directory";
import { allowed, signedInTo } from "@/lib/server/page";
import { actsOpenTo } from "@/lib/server/runs/order";
import { listTags } from "@/lib/server/tags/tags";
import { listViews } from "@/lib/server/views/views";

export const metadata: Metadata = { title: "Merchants" };

export default async function MerchantsPage({ params, searchParams }: PageProps<"/[environment]/merchants">) {
  const { environment, session } = await signedInTo(environmentOf(await readParams(params)));
  const search = asSearch(await searchParams);
  const [mayOnboard, views] = await Promise.all([allowed("merchants:write"), listViews(environment, session)]);
  if (search.size === 0) {
    const begun = views.find((view) => view.own_default) ?? views.find((view) => view.team_default);
    if (begun) redirect(`${routes.merchants(environment)}?${begun.search === "" ? "" : `${begun.search}&`}view=${begun.id}`);
  }
  const asked = answerable(fromSearch(search));
  const readAt = new Date().toISOString();
  const [page, counts, drafts, tags] = await Promise.all([
    listMerchants(environment, asked),
    countMerchants(environment, asked),
    mayOnboard ? listDrafts(environment) : [],
    listTags(environment),
  ]);
  const codes = [
    ...page.merchants.flatMap(({ products }) => products?.map((product) => product.merchant_category_code) ?? []),
    ...(asked.filters.category ?? []),
  ];
  return (
    <>
      <PageHeader
        title="Merchants"
        actions={
          mayOnboard && (
            <>
              {drafts.length > 0 && (
                <ButtonLink href={routes.newMerchant(environment)} variant="ghost">
                  {draftsInWords(drafts)}
                </ButtonLink>
              )}
              <ButtonLink href={routes.importMerchants(environment)}>Bring in</ButtonLink>
              <ButtonLink href={routes.newMerchant(environment)} variant="primary" icon={<Plus aria-hidden />}>
                Onboard merchant
              </ButtonLink>
            </>
          )
        }
      />
      <MerchantList
        environment={environment}
        first={{ asked, page, counts, readAt }}
        views={views}
        categories={categoryNames(codes)}
        profiles={callOf(distributionProfiles.list, {})}
        tagNames={Object.fromEntries(tags.map(({ id, name }) => [id, name]))}
        comfortable={isComfortable((await cookies()).get(rowsCookie)?.value)}
        mayOnboard={mayOnboard}
        mayDo={actsOpenTo(session.role)}
      />
    </>
  );
}

/** An address may be longer than any name: then nothing of it is sought, and the page says why. */
function answerable(asked: DirectoryQuery): DirectoryQuery {
  return { ...asked, text: asked.text.length > longestText ? "" : asked.text.trim() };
}

function asSearch(given: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  return new URLSearchParams(Object.entries(given).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])));
}
