"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";

import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

const PaymentDialog = dynamic(() => import("./payment-dialog").then((module) => module.PaymentDialog));

/** The payment that the page's address names, over the list. To close it needs no server: one that is away would take the list with it. */
export function OnePayment({ environment, paymentId }: { readonly environment: Environment; readonly paymentId: string }) {
  const close = () => window.history.replaceState(null, "", routes.settlements(environment));
  if (useSearchParams().get("payment") !== paymentId) return null;
  return <PaymentDialog environment={environment} paymentId={paymentId} onClose={close} />;
}
