import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import type { MerchantInGroup } from "@/lib/desk/merchant";
import { routes } from "@/lib/routes";

import { Section } from "./section";

export interface GroupSectionProps {
  readonly merchant: MerchantInGroup;
}

/** The group that a merchant belongs to, with the way to the list of it; nothing for one on its own. */
export function GroupSection({ merchant: { environment, account_group_reference, account_group_id, others_in_group: others } }: GroupSectionProps) {
  const group = account_group_reference || account_group_id;
  if (!group) return null;
  return (
    <Section title="Group">
      <DescriptionList
        items={[
          { term: "Reference", value: account_group_reference && <MonoId value={account_group_reference} label="group reference" /> },
          { term: "Group id", value: account_group_id && <MonoId value={account_group_id} label="group id" /> },
          {
            term: "Others in it",
            value:
              others === 0 ? (
                "None that the desk knows"
              ) : (
                <Link className="text-accent-ink underline" href={routes.merchants(environment, { group })}>
                  {others} known to the desk
                </Link>
              ),
          },
        ]}
      />
    </Section>
  );
}
