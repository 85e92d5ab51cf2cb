import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Colleague, OpenSession, TeamAct } from "@/lib/desk/team";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

/** How a colleague stands, and their open sessions. */
export interface Standing {
  readonly person: Colleague;
  readonly sessions: readonly OpenSession[];
}

/** A colleague as the desk knows them now, and what may be done with them; each act answers how they stand after it. */
export function useColleague(first: Standing) {
  const client = useQueryClient();
  const read = readDesk<Standing>(`team/${first.person.id}`);
  const { data } = useQuery({ ...read, initialData: first });
  const act = useMutation<Standing & { readonly link?: string }, Error, TeamAct>({
    mutationFn: (body) => send(`/api/desk/team/${first.person.id}`, { method: "POST", body }),
    onSuccess: ({ person, sessions }) => {
      client.setQueryData(read.queryKey, { person, sessions });
      void client.invalidateQueries({ queryKey: ["team", "team"] });
    },
  });
  return { ...data, act };
}
