import { DescriptionList } from "@/components/ui/description-list";

import { type Live, liveValue } from "./live-value";
import { Section } from "./section";

export interface OwnerSectionProps {
  readonly live: Live;
  /** The roles that may see people, when this person's role isn't among them. */
  readonly hiddenFrom: string | undefined;
}

/** Who represents the merchant towards Klarna. Read each time: the desk keeps no personal data. */
export function OwnerSection({ live, hiddenFrom }: OwnerSectionProps) {
  return (
    <Section title="Owner">
      {hiddenFrom ? (
        <p className="py-2 text-muted">Not shown to your role. Someone with the role {hiddenFrom} can see who represents the merchant.</p>
      ) : (
        <DescriptionList
          items={[
            { term: "Name", value: liveValue(live, ({ owner }) => owner.name) },
            { term: "E-mail", value: liveValue(live, ({ owner }) => owner.email) },
            { term: "Telephone", value: liveValue(live, ({ owner }) => owner.phone) },
          ]}
        />
      )}
    </Section>
  );
}
