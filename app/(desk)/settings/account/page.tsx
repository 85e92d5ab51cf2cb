import type { Metadata } from "next";

import { PasswordForm } from "@/components/account/password-form";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { passwordLength } from "@/lib/password";
import { signedIn } from "@/lib/server/page";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email, role } = await signedIn();
  return (
    <>
      <PageHeader title="Your account" description="Who you are here, and your password." />
      <section aria-labelledby="you" className="max-w-xl">
        <h2 id="you" className="mb-2 font-semibold text-base">
          You
        </h2>
        <DescriptionList
          items={[
            { term: "Name", value: name },
            { term: "E-mail", value: email },
            { term: "Role", value: role },
          ]}
        />
      </section>
      <section aria-labelledby="password" className="mt-8 max-w-xl">
        <h2 id="password" className="mb-2 font-semibold text-base">
          Password
        </h2>
        <p className="mb-4 text-muted">At least {passwordLength} characters. Changing it ends your sessions in other browsers.</p>
        <PasswordForm />
      </section>
    </>
  );
}
