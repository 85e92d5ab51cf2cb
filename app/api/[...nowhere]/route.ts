import { ProblemError } from "@/lib/klarna/problem";
import { refusal } from "@/lib/server/door";

/** Whatever under /api is no door of ours. */
function nowhere() {
  return refusal(new ProblemError({ status: 404, code: "NO_SUCH_DOOR", message: "There is nothing at this address." }));
}

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
