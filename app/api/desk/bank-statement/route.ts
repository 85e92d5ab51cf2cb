import { findPayables } from "@/lib/server/bank-statement/find";
import { findInput } from "@/lib/server/bank-statement/input";
import { serveDesk } from "@/lib/server/desk";

/** What the desk knows under the references of a bank statement. */
export function POST(request: Request) {
  return serveDesk(request, { name: "bankStatement.find", permission: "settlements:read", input: findInput, answer: findPayables });
}
