import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { RefusalView } from "@/components/webhooks/refusal-view";
import { WebhookView } from "@/components/webhooks/webhook-view";
import { allowed, signedInWith } from "@/lib/server/page";
import { readWebhook } from "@/lib/server/webhooks/detail";
import { findRefusal } from "@/lib/server/webhooks/list";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookPage({ params }: PageProps<"/settings/webhooks/[id]">) {
  await signedInWith("webhooks:read");
  const { id } = await params;
  if (!isId(id)) notFound();
  const readAt = new Date().toISOString();
  const [detail, refusal, mayReprocess] = await Promise.all([readWebhook(id), findRefusal(id), allowed("webhooks:write")]);
  if (detail) return <WebhookView first={detail} readAt={readAt} mayReprocess={mayReprocess} />;
  if (refusal) return <RefusalView refusal={refusal} />;
  notFound();
}

function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
