import type { Metadata } from "next";

import { CertificateSection } from "@/components/certificates/certificate-section";
import { PageHeader } from "@/components/ui/page-header";
import { listCertificates } from "@/lib/server/certificates/list";
import { connectedEnvironments, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Certificates" };

export default async function CertificatesPage() {
  await signedInWith("credentials:write");
  const readAt = new Date().toISOString();
  const lists = await Promise.all(connectedEnvironments().map(listCertificates));
  return (
    <>
      <PageHeader
        title="Certificates"
        description="The client certificates for mutual TLS with Klarna. Klarna has no list of them, so this is the desk's own inventory: it warns 30, 14 and 3 days before one ends, and revokes one from a day on."
      />
      <div className="grid gap-12">
        {lists.map((list) => (
          <CertificateSection key={list.environment} first={list} readAt={readAt} />
        ))}
      </div>
    </>
  );
}
