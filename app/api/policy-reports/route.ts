import { takePolicyReport } from "@/lib/server/edge/policy-report";

export { takePolicyReport as POST };
