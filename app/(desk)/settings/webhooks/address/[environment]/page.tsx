import type { Metadata } from "next";

import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { AddressView } from "@/components/webhooks/address-view";
import { eventTypes } from "@/lib/klarna/notifications/events";
import { environmentOf, routes } from "@/lib/routes";
import { allowed, signedInTo, signedInWith } from "@/lib/server/page";
import { knownAddress } from "@/lib/server/webhooks/address";

export const metadata: Metadata = { title: "Address and keys" };

export default async function WebhookAddressPage({ params }: PageProps<"/settings/webhooks/address/[environment]">) {
  const { environment } = await signedInTo(environmentOf(await params));
  await signedInWith("webhooks:read");
  const readAt = new Date().toISOString();
  const title = `Webhooks of ${environment.toUpperCase()}: address and keys`;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={<Breadcrumb items={[{ label: "Webhooks", href: routes.webhooks() }, { label: `${environment.toUpperCase()}: address and keys` }]} />}
        description="Where Klarna sends this environment's events, and the keys that it signs them with. The desk takes in what is signed with one of the keys below, and refuses everything else."
      />
      <AddressView known={await knownAddress(environment)} readAt={readAt} eventTypes={eventTypes} mayAct={await allowed("webhooks:write")} />
    </>
  );
}
