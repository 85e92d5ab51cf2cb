import { DescriptionList } from "@/components/ui/description-list";
import { MonoId } from "@/components/ui/mono-id";
import type { DirectoryMerchant } from "@/lib/desk/merchant";

import { Section } from "./section";

export interface GroupSectionProps {
  readonly merchant: DirectoryMerchant;
  /** How many other merchants of the same group the desk knows. */
  readonly others: number;
}

/** The group that a merchant belongs to; nothing for one on its own. */
export function GroupSection({ merchant: { account_group_reference, account_group_id }, others }: GroupSectionProps) {
  if (!account_group_reference && !account_group_id) return null;
  return (
    <Section title="Group">
      <DescriptionList
        items={[
          { term: "Reference", value: account_group_reference && <MonoId value={account_group_reference} label="group reference" /> },
          { term: "Group id", value: account_group_id && <MonoId value={account_group_id} label="group id" /> },
          { term: "Others in it", value: others === 0 ? "None that the desk knows" : `${others} known to the desk` },
        ]}
      />
    </Section>
  );
}
