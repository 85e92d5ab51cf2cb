import { serveDesk } from "@/lib/server/desk";
import { planInput } from "@/lib/server/programs/input";
import { readProgramPlan } from "@/lib/server/programs/plan";

export function GET(request: Request) {
  return serveDesk(request, { name: "programs.plan", permission: "programs:read", input: planInput, answer: readProgramPlan });
}
