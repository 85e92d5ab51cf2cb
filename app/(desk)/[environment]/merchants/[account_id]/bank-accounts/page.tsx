import type { Metadata } from "next";

import { BankPage } from "@/components/merchants/file/bank-page";
import { merchantAt, merchantTitle } from "@/lib/server/merchants/page";
import { signedInWith } from "@/lib/server/page";

type Props = PageProps<"/[environment]/merchants/[account_id]/bank-accounts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await merchantTitle(params, "Bank accounts") };
}

export default async function MerchantBankAccountsPage({ params }: Props) {
  await merchantAt(params);
  await signedInWith("bank:read");
  return <BankPage />;
}
