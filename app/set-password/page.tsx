import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { SetPasswordForm } from "@/components/account/set-password-form";
import { routes } from "@/lib/routes";
import { env } from "@/lib/server/env";

import { Doorstep } from "../doorstep";

export const metadata: Metadata = { title: "Set your password" };

export default function SetPasswordPage() {
  if (!env().signIn.passwords) redirect(routes.signIn);
  return (
    <Doorstep title="Set your password" description="With the one-time link an admin gave you. It works once.">
      <SetPasswordForm />
    </Doorstep>
  );
}
