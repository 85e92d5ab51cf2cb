import { LogOut } from "lucide-react";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";

import { ProofHost } from "@/components/account/proof-host";
import { AttentionCount } from "@/components/attention/attention-count";
import { KlarnaHelp } from "@/components/operation/klarna-help";
import { PaletteButton } from "@/components/palette/palette-button";
import { isCollapsed, sideBarCookie } from "@/components/shell/collapsed";
import { Shell } from "@/components/shell/shell";
import { Button } from "@/components/ui/button";
import type { Environment } from "@/lib/klarna/environment";
import { roles } from "@/lib/klarna/permissions";
import { routes } from "@/lib/routes";
import { countAttention } from "@/lib/server/attention/counts";
import { hasCommandKey } from "@/lib/server/auth/device";
import { connectedEnvironments, homeEnvironment, signedIn } from "@/lib/server/page";

import { pagesFor } from "./pages-for";

/** The frame of every signed-in page. `environment` is undefined where a page is bound to neither. */
export async function DeskShell({ environment, children }: { readonly environment: Environment | undefined; readonly children: ReactNode }) {
  const session = await signedIn();
  const { personId, name, email, role } = session;
  const [attention, jar, said, home = "test"] = await Promise.all([countAttention({}, session), cookies(), headers(), environment ?? homeEnvironment()]);
  const connected = connectedEnvironments();
  const environments = connected.map((one) => ({ name: one, href: routes.merchants(one) }));
  const items = pagesFor(role, home, <AttentionCount first={attention} />);
  return (
    <Shell
      environment={environment}
      environments={environments}
      person={{ name, email, role }}
      items={items}
      search={
        <PaletteButton
          keys={hasCommandKey(said) ? "⌘K" : "Ctrl K"}
          offer={{
            person: personId,
            environment,
            home,
            environments,
            pages: items.map(({ href, label }) => ({ href, label })),
            may: roles[role],
          }}
        />
      }
      collapsed={isCollapsed(jar.get(sideBarCookie)?.value)}
      signOut={
        <form method="post" action="/api/desk/sign-out">
          <Button type="submit" variant="ghost" icon={<LogOut aria-hidden />}>
            Sign out
          </Button>
        </form>
      }
    >
      <KlarnaHelp>{children}</KlarnaHelp>
      <ProofHost />
    </Shell>
  );
}
