import { notFound, redirect } from "next/navigation";

import { routes } from "@/lib/routes";
import { connectedEnvironments, signedIn } from "@/lib/server/page";

export default async function HomePage() {
  await signedIn();
  const [first] = connectedEnvironments();
  if (!first) notFound();
  redirect(routes.merchants(first));
}
