import type { Metadata } from "next";

import { PlanView } from "@/components/programs/plan-view";
import { titleById } from "@/lib/server/page-title";
import { planAt, planCalls } from "@/lib/server/programs/page";

type Props = PageProps<"/[environment]/programs/plans/[payment_program_plan_id]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "payment_program_plan_id", "Program plan");
}

export default async function ProgramPlanPage({ params }: Props) {
  const { environment, payment_program_plan_id } = await planAt(params);
  return <PlanView environment={environment} planId={payment_program_plan_id} calls={planCalls} />;
}
