import { answerHealth } from "@/lib/server/health/ready";

/** Both at once, for whoever looks by hand and for the desk's own pages: 503 unless it is ready. */
export async function GET() {
  return answerHealth();
}
