import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { ProviderButton } from "@/components/account/provider-button";
import { ProviderRefusal } from "@/components/account/provider-refusal";
import { SignInForm } from "@/components/account/sign-in-form";
import { withinDesk } from "@/lib/routes";
import { env } from "@/lib/server/env";
import { sessionOf } from "@/lib/server/session";

import { Doorstep } from "../doorstep";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to, error } = await searchParams;
  const target = withinDesk(to);
  if (await sessionOf((await headers()).get("cookie"))) redirect(target);
  const { passwords, provider } = env().signIn;
  return (
    <Doorstep title="Sign in" description="Merchants, products and payouts at Klarna.">
      {provider && <ProviderRefusal error={error} label={provider.label} />}
      {provider && <ProviderButton label={provider.label} to={target} primary={!passwords} />}
      {provider && passwords && (
        <p className="my-5 flex items-center gap-3 text-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          or with a password
        </p>
      )}
      {passwords && <SignInForm to={target} />}
    </Doorstep>
  );
}
