import type { Metadata } from "next";

import { PlanView } from "@/components/programs/plan-view";
import { planAt, planCalls } from "@/lib/server/programs/page";

export const metadata: Metadata = { title: "Program plan" };

export default async function ProgramPlanPage({ params }: PageProps<"/[environment]/programs/plans/[payment_program_plan_id]">) {
  const { environment, payment_program_plan_id } = await planAt(params);
  return <PlanView environment={environment} planId={payment_program_plan_id} calls={planCalls} />;
}
