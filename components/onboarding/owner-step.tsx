import { Pair, Section } from "@/components/operation/form-section";
import { Text } from "./fields";

export function OwnerStep() {
  return (
    <Section title="Account owner" description="Whom Klarna turns to at the merchant's. An e-mail address at least makes that possible.">
      <Pair>
        <Text name="account_owner.given_name" label="Given name" optional />
        <Text name="account_owner.family_name" label="Family name" optional />
      </Pair>
      <Text name="account_owner.email" label="E-mail" type="email" optional spellCheck={false} placeholder="name@example.com" />
      <Text name="account_owner.phone" label="Phone" type="tel" optional placeholder="+46 70 123 45 67" help="With + and country code. Spaces are fine." />
    </Section>
  );
}
