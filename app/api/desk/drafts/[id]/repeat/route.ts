import { serveDesk } from "@/lib/server/desk";
import { readDraft } from "@/lib/server/drafts/drafts";
import { draftAddress } from "@/lib/server/drafts/input";
import { repeatNow } from "@/lib/server/operations/repeat-unknown";

/** Asks Klarna again now, with the same key and the same body, what came of an onboarding; answers how the draft stands after. */
export async function POST(request: Request, { params }: RouteContext<"/api/desk/drafts/[id]/repeat">) {
  const answer = async ({ environment, id }: { environment: "test" | "live"; id: string }) => {
    await repeatNow(environment, id);
    return readDraft(environment, id);
  };
  return serveDesk(request, { name: "drafts.repeat", permission: "operations:settle", input: draftAddress, answer }, await params);
}
