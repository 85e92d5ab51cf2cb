import { notFound, redirect } from "next/navigation";

import { routes } from "@/lib/routes";
import { homeEnvironment, signedIn } from "@/lib/server/page";

export default async function HomePage() {
  await signedIn();
  const home = await homeEnvironment();
  if (!home) notFound();
  redirect(routes.merchants(home));
}
