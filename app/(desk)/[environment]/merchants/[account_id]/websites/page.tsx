import type { Metadata } from "next";

import { ChannelPage } from "@/components/merchants/file/channel-page";
import { merchantAt, merchantTitle } from "@/lib/server/merchants/page";

type Props = PageProps<"/[environment]/merchants/[account_id]/websites">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "Websites and brands") };
}

export default async function MerchantWebsitesPage({ params, searchParams }: Props) {
  await merchantAt(params);

  return <ChannelPage pictures={"pictures" in (await searchParams)} />;
}
