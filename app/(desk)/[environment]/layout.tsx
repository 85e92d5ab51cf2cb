import { environmentOf, readParams } from "@/lib/routes";
import { signedInTo } from "@/lib/server/page";

import { DeskShell } from "../desk-shell";

export default async function EnvironmentLayout({ params, children }: LayoutProps<"/[environment]">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  return <DeskShell environment={environment}>{children}</DeskShell>;
}
