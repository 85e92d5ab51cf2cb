import type { ReactNode } from "react";

import { Brand } from "@/components/shell/brand";

/** The frame of the pages for people who aren't signed in. */
export function Doorstep({ title, description, children }: { readonly title: string; readonly description: string; readonly children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-6 py-12">
      <Brand />
      <h1 className="mt-8 font-semibold text-xl tracking-tight">{title}</h1>
      <p className="mt-1 mb-6 text-muted">{description}</p>
      {children}
    </main>
  );
}
