"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import type { OpenSession } from "@/lib/desk/team";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

import { SessionTable, sessionRows } from "./session-table";

export type OwnSession = OpenSession & { readonly here: boolean };

/** Where one is signed in oneself; each can be ended, and all others at once. */
export function OwnSessions({ first, provider }: { readonly first: readonly OwnSession[]; readonly provider: string | undefined }) {
  const client = useQueryClient();
  const read = readDesk<readonly OwnSession[]>("sessions");
  const { data } = useQuery({ ...read, initialData: first });
  const end = useMutation<readonly OwnSession[], Error, OpenSession | "others">({
    mutationFn: (which) => send("/api/desk/sessions", { method: "DELETE", ...(which !== "others" && { search: { session: which.id } }) }),
    onSuccess: (left) => {
      client.setQueryData(read.queryKey, left);
      keepPlace();
    },
  });
  const area = useRef<HTMLDivElement>(null);
  const keepPlace = useFocusAfter(area, data.map(({ id }) => id).join(), sessionRows);
  const elsewhere = data.filter(({ here }) => !here).length;
  return (
    <div ref={area}>
      {end.error && <ProblemNotice className="mb-3" title="The session wasn't ended" problem={ProblemError.of(end.error).problem} />}
      <SessionTable
        caption="Browsers in which you are signed in"
        sessions={data}
        provider={provider}
        empty="You are signed in nowhere."
        ending={end.isPending && end.variables !== "others" ? end.variables.id : undefined}
        onEnd={(session) => end.mutate(session)}
      />
      {elsewhere > 0 && (
        <Button className="mt-4" loading={end.isPending && end.variables === "others"} onClick={() => end.mutate("others")}>
          End all other sessions
        </Button>
      )}
    </div>
  );
}
