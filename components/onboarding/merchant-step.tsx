import { Pair, Section } from "@/components/operation/form-section";
import { Text } from "./fields";

export function MerchantStep() {
  return (
    <>
      <Section title="How you know this merchant">
        <Text name="account_name" label="Name" help="The merchant's name as you use it. Shoppers don't see it." />
        <Text
          name="account_reference"
          label="Reference"
          mono
          spellCheck={false}
          help="Your own number or code for this merchant. Settlements are matched by it."
        />
        <Text
          name="account_group_reference"
          label="Group reference"
          mono
          optional
          spellCheck={false}
          help="The same for all merchants of one chain or owner. It can't be changed later."
        />
      </Section>
      <Section title="When they signed up with you" description="Klarna takes this once and never again, so leave it out if you aren't sure.">
        <Pair>
          <Text
            name="extra_account_data.account_information.account_created_at"
            label="Signed up at"
            optional
            mono
            placeholder="2026-01-31"
            help="A day, or a moment with its zone: 2026-01-31T12:00:00Z."
          />
          <Text
            name="extra_account_data.account_information.account_created_from_ip"
            label="From IP address"
            optional
            mono
            spellCheck={false}
            placeholder="192.0.2.17"
          />
        </Pair>
      </Section>
    </>
  );
}
