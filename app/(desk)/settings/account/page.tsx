import type { Metadata } from "next";
import type { ReactNode } from "react";

import { PasswordForm } from "@/components/account/password-form";
import { SecondFactor } from "@/components/account/second-factor";
import { OwnSessions } from "@/components/team/own-sessions";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { passwordLength } from "@/lib/desk/password";
import { ownSecondFactor } from "@/lib/server/auth/second-factor";
import { env } from "@/lib/server/env";
import { signedIn } from "@/lib/server/page";
import { ownSessions } from "@/lib/server/team/sessions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const session = await signedIn();
  const { passwords, secondFactorRoles, provider } = env().signIn;
  return (
    <>
      <PageHeader title="Your account" description="Who you are here, how you sign in, and where you are signed in." />
      <Section id="you" title="You">
        <DescriptionList
          items={[
            { term: "Name", value: session.name },
            { term: "E-mail", value: session.email },
            { term: "Role", value: session.role },
          ]}
        />
      </Section>
      {passwords && (
        <Section id="password" title="Password">
          <p className="mb-4 text-muted">At least {passwordLength} characters. Changing it ends your sessions in other browsers.</p>
          <PasswordForm />
        </Section>
      )}
      {passwords && (
        <Section id="second-factor" title="Second factor">
          <SecondFactor {...(await ownSecondFactor(session.personId))} needed={secondFactorRoles.includes(session.role)} />
        </Section>
      )}
      <Section id="sessions" title="Where you are signed in" wide>
        <OwnSessions first={await ownSessions(session)} provider={provider?.label} />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function Section({ id, title, wide = false, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={`mb-8 ${wide ? "max-w-3xl" : "max-w-xl"}`}>
      <h2 id={id} className="mb-2 font-semibold text-base">
        {title}
      </h2>
      {children}
    </section>
  );
}
