import {
  Activity,
  Archive,
  BadgePercent,
  BookOpen,
  Cable,
  CalendarRange,
  ChartNoAxesColumn,
  CircleHelp,
  HandCoins,
  Inbox,
  KeyRound,
  Landmark,
  Layers,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Radio,
  ScrollText,
  ShieldCheck,
  Store,
  UserRound,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";

import type { NavigationItem } from "@/components/shell/navigation";
import type { Environment } from "@/lib/klarna/environment";
import { can, type Permission, type Role } from "@/lib/klarna/permissions";
import { routes } from "@/lib/routes";

/** The pages of the desk that somebody may go to, in the order of the side bar. Those of an environment need one that is connected. */
export function pagesFor(role: Role, home: Environment | undefined, attention: ReactNode): readonly NavigationItem[] {
  return pages.flatMap(({ label, Icon, group, href, permission }) => {
    const address = typeof href === "string" ? href : home && href(home);
    if (!address || (permission && !can(role, permission))) return [];
    return [{ href: address, label, icon: <Icon aria-hidden />, ...(group && { group }), ...(address === routes.attention() && { count: attention }) }];
  });
}

interface DeskPage {
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly group?: string;
  readonly href: string | ((environment: Environment) => string);
  /** Without one everybody may go there. */
  readonly permission?: Permission;
}

const plans = "Plans and prices";
const money = "Money";
const settings = "Settings";

const pages: readonly DeskPage[] = [
  { label: "Merchants", Icon: Store, href: (home) => routes.merchants(home) },
  { label: "Needs attention", Icon: Inbox, href: routes.attention() },
  { label: "Runs", Icon: ListTodo, href: routes.runs },
  { label: "Programs", Icon: CalendarRange, group: plans, href: routes.programs },
  { label: "Prices", Icon: BadgePercent, group: plans, href: (home) => routes.pricing(home), permission: "pricing:read" },
  { label: "Profiles", Icon: Layers, group: plans, href: routes.profiles, permission: "products:read" },
  { label: "Finance", Icon: ChartNoAxesColumn, group: money, href: (home) => routes.finance(home), permission: "settlements:read" },
  { label: "Settlements", Icon: Landmark, group: money, href: (home) => routes.settlements(home), permission: "settlements:read" },
  { label: "Payouts", Icon: HandCoins, group: money, href: (home) => routes.payouts(home), permission: "settlements:read" },
  { label: "Books", Icon: BookOpen, group: money, href: (home) => routes.books(home), permission: "settlements:read" },
  { label: "Your account", Icon: UserRound, group: settings, href: routes.account },
  { label: "Team", Icon: Users, group: settings, href: routes.team, permission: "team:write" },
  { label: "Audit log", Icon: ScrollText, group: settings, href: routes.audit, permission: "audit:read" },
  { label: "Unclear operations", Icon: CircleHelp, group: settings, href: routes.operations },
  { label: "Webhooks", Icon: Radio, group: settings, href: routes.webhooks(), permission: "webhooks:read" },
  { label: "Credentials", Icon: KeyRound, group: settings, href: routes.credentials(), permission: "credentials:write" },
  { label: "Certificates", Icon: ShieldCheck, group: settings, href: routes.certificates(), permission: "credentials:write" },
  { label: "Payout connections", Icon: Cable, group: settings, href: routes.payoutConnections, permission: "payouts:connect" },
  { label: "Jobs", Icon: ListChecks, group: settings, href: routes.jobs },
  { label: "Health", Icon: Activity, group: settings, href: routes.health, permission: "health:read" },
  { label: "Keeping", Icon: Archive, group: settings, href: routes.keeping, permission: "health:read" },
];
