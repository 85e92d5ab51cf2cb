"use client";

import type { ComponentProps, ReactNode } from "react";
import { FormTextField, useFieldError } from "@/components/ui/form-fields";
import { Link } from "@/components/ui/link";
import type { CheckHint } from "@/lib/desk/check";
import { routes } from "@/lib/routes";

import { useHint } from "./hints";
import { useWizard } from "./wizard-context";

/** A line of text with what the desk noticed about it. */
export function Text({ name, help, ...rest }: ComponentProps<typeof FormTextField>) {
  const given = useHint(name);
  // One thing at a time: first what blocks.
  const hint = useFieldError(name) ? undefined : given;
  return <FormTextField name={name} {...rest} warning={hint?.message} help={<Help hint={hint}>{help}</Help>} />;
}

function Help({ hint, children }: { readonly hint: CheckHint | undefined; readonly children: ReactNode }) {
  const { environment } = useWizard();
  if (!hint?.merchant) return children;
  return (
    <Link href={routes.merchant(environment, hint.merchant.account_id)} target="_blank" className="font-medium text-accent-ink underline underline-offset-2">
      Look at {hint.merchant.name}
    </Link>
  );
}
