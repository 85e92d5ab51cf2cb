import {
  Activity,
  Archive,
  BadgePercent,
  BookOpen,
  Cable,
  CalendarRange,
  CircleHelp,
  HandCoins,
  Inbox,
  KeyRound,
  Landmark,
  ListChecks,
  ListTodo,
  LogOut,
  Radio,
  ScrollText,
  ShieldCheck,
  Store,
  UserRound,
  Users,
} from "lucide-react";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { ProofHost } from "@/components/account/proof-host";
import { AttentionCount } from "@/components/attention/attention-count";
import { KlarnaHelp } from "@/components/operation/klarna-help";
import { PaletteButton } from "@/components/palette/palette-button";
import { isCollapsed, sideBarCookie } from "@/components/shell/collapsed";
import { Shell } from "@/components/shell/shell";
import { Button } from "@/components/ui/button";
import type { Environment } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";
import { routes } from "@/lib/routes";
import { countAttention } from "@/lib/server/attention/counts";
import { connectedEnvironments, signedIn } from "@/lib/server/page";

/** The frame of every signed-in page. `environment` is undefined where a page is bound to neither. */
export async function DeskShell({ environment, children }: { readonly environment: Environment | undefined; readonly children: ReactNode }) {
  const session = await signedIn();
  const { name, email, role } = session;
  const [attention, jar] = await Promise.all([countAttention({}, session), cookies()]);
  const connected = connectedEnvironments();
  const home = environment ?? connected[0];
  const environments = connected.map((one) => ({ name: one, href: routes.merchants(one) }));
  const items = [
    ...(home ? [{ href: routes.merchants(home), label: "Merchants", icon: <Store aria-hidden /> }] : []),
    ...(home && can(role, "pricing:read") ? [{ href: routes.pricing(home), label: "Prices", icon: <BadgePercent aria-hidden /> }] : []),
    { href: routes.attention(), label: "Needs attention", icon: <Inbox aria-hidden />, count: <AttentionCount first={attention} /> },
    ...(home && can(role, "settlements:read") ? [{ href: routes.settlements(home), label: "Settlements", icon: <Landmark aria-hidden /> }] : []),
    ...(home && can(role, "settlements:read") ? [{ href: routes.payouts(home), label: "Payouts", icon: <HandCoins aria-hidden /> }] : []),
    ...(home ? [{ href: routes.runs(home), label: "Runs", icon: <ListTodo aria-hidden /> }] : []),
    ...(home ? [{ href: routes.programs(home), label: "Programs", icon: <CalendarRange aria-hidden /> }] : []),
    ...(home && can(role, "settlements:read") ? [{ href: routes.books(home), label: "Books", icon: <BookOpen aria-hidden /> }] : []),
    { href: routes.operations, label: "Unclear operations", icon: <CircleHelp aria-hidden />, group: "Settings" },
    ...(can(role, "audit:read") ? [{ href: routes.audit, label: "Audit log", icon: <ScrollText aria-hidden />, group: "Settings" }] : []),
    { href: routes.account, label: "Your account", icon: <UserRound aria-hidden />, group: "Settings" },
    ...(can(role, "team:write") ? [{ href: routes.team, label: "Team", icon: <Users aria-hidden />, group: "Settings" }] : []),
    ...(can(role, "webhooks:read") ? [{ href: routes.webhooks(), label: "Webhooks", icon: <Radio aria-hidden />, group: "Settings" }] : []),
    ...(can(role, "credentials:write")
      ? [
          { href: routes.credentials(), label: "Credentials", icon: <KeyRound aria-hidden />, group: "Settings" },
          { href: routes.certificates(), label: "Certificates", icon: <ShieldCheck aria-hidden />, group: "Settings" },
        ]
      : []),
    ...(can(role, "payouts:connect") ? [{ href: routes.payoutConnections, label: "Payout connections", icon: <Cable aria-hidden />, group: "Settings" }] : []),
    { href: routes.jobs, label: "Jobs", icon: <ListChecks aria-hidden />, group: "Settings" },
    ...(can(role, "health:read")
      ? [
          { href: routes.health, label: "Health", icon: <Activity aria-hidden />, group: "Settings" },
          { href: routes.keeping, label: "Keeping", icon: <Archive aria-hidden />, group: "Settings" },
        ]
      : []),
  ];
  return (
    <Shell
      environment={environment}
      environments={environments}
      person={{ name, email, role }}
      items={items}
      search={
        <PaletteButton
          offer={{
            environment,
            environments,
            pages: items.map(({ href, label }) => ({ href, label })),
            mayOnboard: can(role, "merchants:write"),
            maySettlements: can(role, "settlements:read"),
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
