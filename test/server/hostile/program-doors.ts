import { GET as plan } from "@/app/api/desk/programs/plan/route";
import { roleNames } from "@/lib/klarna/permissions";

const planId = "krn:partner:global:payment:program:plan:9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86";

/** The doors of Klarna's payment programs: who may open each, and what it takes. */
export const programDoors = {
  "programs.plan": { method: "GET", open: plan, roles: roleNames, takes: { environment: "test", payment_program_plan_id: planId, version: "2" } },
} as const;
