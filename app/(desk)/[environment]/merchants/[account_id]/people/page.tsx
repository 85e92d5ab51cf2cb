import type { Metadata } from "next";

import { PeoplePage } from "@/components/merchants/file/people-page";
import { merchantAt, merchantTitle } from "@/lib/server/merchants/page";
import { signedInWith } from "@/lib/server/page";

type Props = PageProps<"/[environment]/merchants/[account_id]/people">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "People") };
}

export default async function MerchantPeoplePage({ params }: Props) {
  await merchantAt(params);
  await signedInWith("people:read");
  return <PeoplePage />;
}
