import type { Metadata } from "next";

import { ProgramView } from "@/components/programs/program-view";
import { callOf } from "@/lib/klarna/call";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { titleById } from "@/lib/server/page-title";
import { merchantsWith } from "@/lib/server/programs/merchants";
import { planCalls, programAt } from "@/lib/server/programs/page";

type Props = PageProps<"/[environment]/programs/[payment_program_id]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "payment_program_id", "Payment program");
}

export default async function ProgramPage({ params }: Props) {
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
