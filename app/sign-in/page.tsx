import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { SignInForm } from "@/components/account/sign-in-form";
import { withinDesk } from "@/lib/routes";
import { sessionOf } from "@/lib/server/session";

import { Doorstep } from "../doorstep";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const target = withinDesk((await searchParams).to);
  if (await sessionOf((await headers()).get("cookie"))) redirect(target);
  return (
    <Doorstep title="Sign in" description="Merchants, products and payouts at Klarna.">
      <SignInForm to={target} />
    </Doorstep>
  );
}
