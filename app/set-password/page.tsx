import type { Metadata } from "next";

import { SetPasswordForm } from "@/components/account/set-password-form";

import { Doorstep } from "../doorstep";

export const metadata: Metadata = { title: "Set your password" };

export default function SetPasswordPage() {
  return (
    <Doorstep title="Set your password" description="With the one-time link an admin gave you. It works once.">
      <SetPasswordForm />
    </Doorstep>
  );
}
