import type { Metadata } from "next";

import { CredentialSection } from "@/components/credentials/credential-section";
import { PageHeader } from "@/components/ui/page-header";
import { knownCredentials } from "@/lib/server/credentials/known";
import { connectedEnvironments, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Credentials" };

export default async function CredentialsPage() {
  await signedInWith("credentials:write");
  const readAt = new Date().toISOString();
  const known = await Promise.all(connectedEnvironments().map(knownCredentials));
  return (
    <>
      <PageHeader
        title="Credentials"
        description="The keys and client ids that open Klarna's door to you, as Klarna lists them; with what this desk knows of each: who made it here, and which one the desk uses itself."
      />
      <div className="grid gap-12">
        {known.map((one) => (
          <CredentialSection key={one.environment} known={one} readAt={readAt} />
        ))}
      </div>
    </>
  );
}
