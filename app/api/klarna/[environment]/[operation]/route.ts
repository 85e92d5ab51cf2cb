import { serve } from "@/lib/server/gateway";

// Nothing of it is ever built ahead; told so, Next.js doesn't wrap the request to find out.
export const dynamic = "force-dynamic";

async function handle(request: Request, { params }: RouteContext<"/api/klarna/[environment]/[operation]">) {
  const { environment, operation } = await params;
  return serve(request, environment, operation);
}

export { handle as GET, handle as POST, handle as PATCH, handle as DELETE };
