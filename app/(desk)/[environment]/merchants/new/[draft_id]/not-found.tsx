import { NothingHere } from "@/components/shell/nothing-here";
import { ButtonLink } from "@/components/ui/button-link";

export default function DraftNotFound() {
  return (
    <NothingHere title="There is no such draft" why="It was thrown away" action={<ButtonLink href="../new">All drafts</ButtonLink>}>
      Somebody did so since this link was made, or the link is cut off. A draft that was sent leads to its merchant.
    </NothingHere>
  );
}
