"use client";

import { useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { TeamAct } from "@/lib/desk/team";
import { ProblemError } from "@/lib/klarna/problem";

import { ActDialog } from "./act-dialog";
import type { AskedAct } from "./act-words";
import { ColleagueActs } from "./colleague-acts";
import { ColleagueState, signInWords } from "./colleague-state";
import { OneTimeLink } from "./one-time-link";
import { RoleForm } from "./role-form";
import { Section } from "./section";
import { SessionTable, sessionRows } from "./session-table";
import { type Standing, useColleague } from "./use-colleague";

export interface ColleagueViewProps {
  readonly first: Standing;
  /** Whether this is the admin who looks. */
  readonly oneself: boolean;
  readonly provider: string | undefined;
  readonly passwords: boolean;
  /** Whether roles come from the provider, for those who sign in with it. */
  readonly providerGivesRoles: boolean;
}

/** One person of the desk: who they are, what they may do, how they sign in and where they are signed in. */
export function ColleagueView({ first, oneself, provider, passwords, providerGivesRoles }: ColleagueViewProps) {
  const { person, sessions, act } = useColleague(first);
  const [asked, setAsked] = useState<AskedAct>();
  const problem = act.error ? ProblemError.of(act.error).problem : undefined;
  const doing = act.isPending ? act.variables : undefined;
  // Shown until the page is left: nobody can be shown it again.
  const [link, setLink] = useState<string>();
  const area = useRef<HTMLDivElement>(null);
  const keepPlace = useFocusAfter(area, [asked, ...sessions.map(({ id }) => id)].join(), sessionRows);
  const perform = (given: TeamAct) =>
    act.mutate(given, {
      onSuccess: (done) => {
        setAsked(undefined);
        if (done?.link) setLink(done.link);
        if (given.act === "end-session" || given.act === "end-sessions") keepPlace();
      },
    });
  const ask = (given: AskedAct | undefined) => {
    // What is on its way is still heard of: a new link has taken the old one's place by then.
    if (!act.isPending) act.reset();
    setAsked(given);
  };
  return (
    <>
      <PageHeader title={person.name} aside={<ColleagueState person={person} />} description={person.email} />
      {problem && !asked && <ProblemNotice className="mb-4 max-w-3xl" title="It wasn't done" problem={problem} />}
      {link && (
        <div className="mb-6 max-w-3xl">
          <OneTimeLink link={link} name={person.name} />
        </div>
      )}
      <Section title="What they may do">
        <RoleForm
          key={person.role}
          role={person.role}
          fixed={fixedRole(oneself, providerGivesRoles && person.has_identity ? provider : undefined)}
          busy={doing?.act === "change-role"}
          onChange={(role) => perform({ act: "change-role", role })}
        />
      </Section>
      <Section title="Sign-in">
        <DescriptionList
          items={[
            { term: "Signs in with", value: signInWords(person, provider) },
            { term: "Second factor", value: person.has_second_factor ? "A code of their app" : "None" },
            { term: "One-time link", value: person.link_until ? <Until at={person.link_until} /> : "None" },
            { term: "Last seen", value: person.seen_at ? <RelativeTime at={person.seen_at} /> : "Never" },
            { term: "Added", value: <RelativeTime at={person.created_at} /> },
            ...(person.disabled_at ? [{ term: "Disabled", value: <RelativeTime at={person.disabled_at} /> }] : []),
          ]}
        />
        <ColleagueActs {...{ person, oneself, passwords, doing }} onAsk={ask} onEnable={() => perform({ act: "enable" })} />
      </Section>
      <Section
        title="Sessions"
        description="Where they are signed in. A session ends after two hours with nobody at a page of theirs, and after twelve in all."
      >
        <div ref={area}>
          <SessionTable
            caption={`Browsers in which ${person.name} is signed in`}
            sessions={sessions}
            provider={provider}
            empty={`${person.name} is signed in nowhere`}
            ending={doing?.act === "end-session" ? doing.session : undefined}
            onEnd={({ id }) => perform({ act: "end-session", session: id })}
          />
          {sessions.length > 0 && (
            <Button className="mt-4" onClick={() => ask("end-sessions")}>
              Sign out everywhere
            </Button>
          )}
        </div>
      </Section>
      <ActDialog
        person={person}
        provider={provider}
        act={asked}
        busy={act.isPending}
        problem={problem}
        onAct={(given) => perform({ act: given })}
        onClose={() => ask(undefined)}
      />
    </>
  );
}

function fixedRole(oneself: boolean, provider: string | undefined): string | undefined {
  if (oneself) return "Nobody changes their own role. Ask another admin.";
  return provider && `Their role comes from ${provider} at each sign-in. Change their groups there.`;
}

function Until({ at }: { readonly at: string }) {
  return (
    <>
      Not used yet; works until <RelativeTime at={at} />
    </>
  );
}
