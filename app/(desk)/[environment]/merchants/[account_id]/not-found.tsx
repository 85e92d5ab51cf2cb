import { NoSuchPage } from "@/components/merchants/no-such-page";

export default function MerchantNotFound() {
  return <NoSuchPage />;
}
