import { serve } from "@/lib/server/gateway";

async function handle(request: Request, { params }: RouteContext<"/api/klarna/[environment]/[operation]">) {
  const { environment, operation } = await params;
  return serve(request, environment, operation);
}

export { handle as GET, handle as POST, handle as PATCH, handle as DELETE };
