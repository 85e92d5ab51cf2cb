import type { Metadata } from "next";

import { BusinessPage } from "@/components/merchants/file/business-page";
import { merchantAt, merchantTitle } from "@/lib/server/merchants/page";

type Props = PageProps<"/[environment]/merchants/[account_id]/business">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "Business") };
}

export default async function MerchantBusinessPage({ params }: Props) {
  await merchantAt(params);

  return <BusinessPage />;
}
