"use client";

import { useEffect } from "react";

import { Notice } from "@/components/ui/notice";

import { proofChannel } from "./proof-channel";

/** Tells the window that waits for it that the person has signed in again, and closes this one. */
export function ProvedHere() {
  useEffect(() => {
    const channel = new BroadcastChannel(proofChannel);
    channel.postMessage("proved");
    channel.close();
    window.close();
  }, []);
  return (
    <Notice tone="good" role="status" title="Confirmed">
      What you were doing goes on in the other window. You can close this one.
    </Notice>
  );
}
