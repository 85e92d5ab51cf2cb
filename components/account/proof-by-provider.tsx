"use client";

import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";

import { proofChannel } from "./proof-channel";

export interface ProofByProviderProps {
  readonly label: string;
  readonly onProved: () => void;
}

/** Proves who is there by signing in again at the provider, in a window of its own, so that this page keeps what was typed. */
export function ProofByProvider({ label, onProved }: ProofByProviderProps) {
  const [blocked, setBlocked] = useState(false);
  const told = useRef(onProved);
  useEffect(() => {
    told.current = onProved;
  });
  useEffect(() => {
    const channel = new BroadcastChannel(proofChannel);
    channel.onmessage = () => told.current();
    return () => channel.close();
  }, []);
  const open = () => setBlocked(window.open(routes.signInAgain, "desk-proof", "popup,width=520,height=720") === null);
  return (
    <div className="grid gap-3">
      <Button variant="primary" onClick={open} className="w-full">
        <span className="truncate">Sign in again with {label}</span>
      </Button>
      <p role="status" className="text-pretty text-muted text-xs">
        {blocked
          ? "Your browser didn't open the window. Allow this site to open windows, and press the button again."
          : "A window opens and closes by itself. This page stays as it is."}
      </p>
    </div>
  );
}
