import "server-only";
import { ProblemError } from "@/lib/klarna/problem";

/** For an act on somebody whom the desk doesn't know. */
export function noSuchPerson(): ProblemError {
  return new ProblemError({ status: 404, code: "NO_SUCH_PERSON", message: "The desk knows nobody by this id." });
}
