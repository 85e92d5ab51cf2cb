import type { Metadata } from "next";

import { ProgramView } from "@/components/programs/program-view";
import { callOf } from "@/lib/klarna/call";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { merchantsWith } from "@/lib/server/programs/merchants";
import { planCalls, programAt } from "@/lib/server/programs/page";

export const metadata: Metadata = { title: "Payment program" };

export default async function ProgramPage({ params }: PageProps<"/[environment]/programs/[payment_program_id]">) {
  const { environment, payment_program_id } = await programAt(params);
  const program = callOf(paymentPrograms.get, { payment_program_id });
  return (
    <ProgramView
      environment={environment}
      programId={payment_program_id}
      program={program}
      calls={planCalls}
      {...(await merchantsWith(environment, payment_program_id))}
    />
  );
}
