import { answerHealth } from "@/lib/server/health/ready";

/** Requests may be sent here: the database answers, and the process isn't about to end. */
export function GET() {
  return answerHealth();
}
