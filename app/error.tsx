"use client";

import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

import { Doorstep } from "./doorstep";

/** A page that couldn't be made. Asks the desk's health, so that it can say which part is away; the id finds the fault in the desk's log. */
export default function ErrorPage({ error }: { readonly error: Error & { readonly digest?: string } }) {
  const [databaseDown, setDatabaseDown] = useState(false);
  useEffect(() => {
    fetch("/api/health", { cache: "no-store" }).then(
      (response) => setDatabaseDown(response.status === 503),
      () => undefined,
    );
  }, []);
  const title = databaseDown ? "The desk's database can't be reached" : "This page couldn't be made";
  const description = databaseDown
    ? "Nothing is lost: what was accepted is kept. Try again in a minute."
    : "The fault is on our side and was logged. Try again; if it stays, tell whoever runs the desk.";
  return (
    <Doorstep title={title} description={description}>
      <title>{`${title} · Partner Desk`}</title>
      {error.digest && (
        <p className="mb-4 flex items-center gap-1 text-muted text-xs">
          Error id <span className="break-all mono text-ink">{error.digest}</span>
          <CopyButton value={error.digest} label="error id" />
        </p>
      )}
      <div>
        {/* The whole page anew: drawing this part again would only draw the server's old failure. */}
        <Button variant="primary" onClick={() => window.location.reload()}>
          Try again
        </Button>
      </div>
    </Doorstep>
  );
}
