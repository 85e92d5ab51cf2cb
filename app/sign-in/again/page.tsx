import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { ProvedHere } from "@/components/account/proved-here";
import { ProviderButton } from "@/components/account/provider-button";
import { ProviderRefusal } from "@/components/account/provider-refusal";
import { SignInAgain } from "@/components/account/sign-in-again";
import { routes } from "@/lib/routes";
import { env } from "@/lib/server/env";
import { sessionOf } from "@/lib/server/session";

import { Doorstep } from "../../doorstep";

export const metadata: Metadata = { title: "Confirm that it is you" };

export default async function SignInAgainPage({ searchParams }: PageProps<"/sign-in/again">) {
  const { done, error } = await searchParams;
  const { provider } = env().signIn;
  if (!provider || !(await sessionOf((await headers()).get("cookie")))) redirect(routes.signIn);
  return (
    <Doorstep title="Confirm that it is you" description={`By signing in again with ${provider.label}.`}>
      {done !== undefined ? (
        <ProvedHere />
      ) : error !== undefined ? (
        <>
          <ProviderRefusal error={error} label={provider.label} />
          <ProviderButton label={provider.label} to={`${routes.signInAgain}?done`} again />
        </>
      ) : (
        <SignInAgain label={provider.label} />
      )}
    </Doorstep>
  );
}
