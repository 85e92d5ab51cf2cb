import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { DueSecondFactor } from "@/components/account/due-second-factor";
import { ProofHost } from "@/components/account/proof-host";
import { Button } from "@/components/ui/button";
import { routes, withinDesk } from "@/lib/routes";
import { sessionOf } from "@/lib/server/session";

import { Doorstep } from "../../doorstep";

export const metadata: Metadata = { title: "Set up a second factor" };

export default async function SecondFactorPage({ searchParams }: PageProps<"/sign-in/second-factor">) {
  const to = withinDesk((await searchParams).to);
  const session = await sessionOf((await headers()).get("cookie"));
  if (!session) redirect(routes.signIn);
  if (!session.lacksFactor) redirect(to);
  return (
    <Doorstep title="Set up a second factor" description={`Your role (${session.role}) needs one beside the password. It takes a minute, once.`}>
      <DueSecondFactor to={to} />
      <form method="post" action="/api/desk/sign-out" className="mt-4 grid">
        <Button type="submit" variant="ghost">
          Sign out
        </Button>
      </form>
      <ProofHost />
    </Doorstep>
  );
}
