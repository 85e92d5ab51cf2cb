"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";

import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

const PaymentDialog = dynamic(() => import("./payment-dialog").then((module) => module.PaymentDialog));

/** The payment that the page's address names, over the list. */
export function OnePayment({ environment, paymentId }: { readonly environment: Environment; readonly paymentId: string }) {
  const router = useRouter();
  return <PaymentDialog environment={environment} paymentId={paymentId} onClose={() => router.replace(routes.settlements(environment), { scroll: false })} />;
}
