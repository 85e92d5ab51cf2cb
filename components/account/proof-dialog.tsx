"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { ProofWays } from "@/lib/desk/second-factor";
import { proofMinutes } from "@/lib/klarna/permissions";
import { readDesk } from "@/lib/query/read";

import { ProofByProvider } from "./proof-by-provider";
import { ProofForm } from "./proof-form";

export interface ProofDialogProps {
  readonly open: boolean;
  readonly onDone: (proved: boolean) => void;
}

type Way = "code" | "password" | "provider";

/** Asks a signed-in person to prove that it is them, by what they have; what they were doing goes on afterwards. */
export function ProofDialog({ open, onDone }: ProofDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={() => onDone(false)}
      title="Confirm that it is you"
      description={`What you are doing is sensitive. It goes on when you have confirmed, and you aren't asked again for ${proofMinutes} minutes.`}
    >
      {open && <Question onDone={onDone} />}
    </Dialog>
  );
}

function Question({ onDone }: Pick<ProofDialogProps, "onDone">) {
  const read = useQuery({ ...readDesk<ProofWays>("proof"), staleTime: 0, gcTime: 0 });
  const { data, refetch } = read;
  const problem = useFailure(read);
  const [chosen, setChosen] = useState<Way>();
  if (problem && !data) return <FailedRead title="The desk couldn't say how you can confirm" problem={problem} refetch={refetch} />;
  if (!data) return <LinesSkeleton lines={2} />;
  const ways = waysIn(data);
  const way = chosen ?? ways[0];
  if (!way) return <p>Nothing is left that you could confirm it with. Sign out and in again; if you can't, ask an admin.</p>;
  const others = ways.filter((other) => other !== way);
  return (
    <>
      {way === "provider" ? (
        <ProofByProvider label={data.provider ?? ""} onProved={() => onDone(true)} />
      ) : (
        <ProofForm key={way} way={way} onProved={() => onDone(true)} />
      )}
      {others.length > 0 && (
        <div className="mt-4 flex flex-wrap gap-2 border-t pt-3">
          {others.map((other) => (
            <Button key={other} size="sm" variant="ghost" onClick={() => setChosen(other)}>
              {other === "provider" ? `Use ${data.provider} instead` : instead[other]}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

const instead = { code: "Use a code of your app instead", password: "Use your password instead" };

function waysIn({ code, password, provider }: ProofWays): readonly Way[] {
  return [...(code ? (["code"] as const) : []), ...(password ? (["password"] as const) : []), ...(provider ? (["provider"] as const) : [])];
}
