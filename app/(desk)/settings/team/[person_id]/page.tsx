import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { ColleagueView } from "@/components/team/colleague-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ProblemError } from "@/lib/klarna/problem";
import { readParams, routes } from "@/lib/routes";
import { env } from "@/lib/server/env";
import { signedInWith } from "@/lib/server/page";
import { readColleague } from "@/lib/server/team/list";

export const metadata: Metadata = { title: "Team" };

const address = z.object({ person_id: z.uuid().toLowerCase() });

export default async function ColleaguePage({ params }: PageProps<"/settings/team/[person_id]">) {
  const session = await signedInWith("team:write");
  const given = address.safeParse(await readParams(params));
  if (!given.success) notFound();
  const first = await readColleague(given.data.person_id).catch(orNotFound);
  const { passwords, provider } = env().signIn;
  return (
    <>
      <Breadcrumb items={[{ label: "Team", href: routes.team }, { label: first.person.name }]} />
      <ColleagueView
        first={first}
        oneself={first.person.id === session.personId}
        provider={provider?.label}
        passwords={passwords}
        providerGivesRoles={provider?.roles !== undefined}
      />
    </>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof ProblemError && error.problem.status === 404) notFound();
  throw error;
}
