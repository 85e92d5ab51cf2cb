import { NothingHere } from "@/components/shell/nothing-here";

export default function NotFoundPage() {
  return <NothingHere />;
}
