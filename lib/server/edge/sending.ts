import "server-only";
import type { IncomingMessage } from "node:http";

import { takesFiles } from "./refuse";

/** Calls `over` when a request's body takes longer than so many milliseconds to arrive. A file may take longer, as long as it goes on arriving. */
export function limitSending(request: IncomingMessage, limit: number, over: () => void): void {
  const file = takesFiles(request.url ?? "");
  // Counted at the socket: whoever reads the body isn't disturbed.
  let before = request.socket.bytesRead;
  const look = () => {
    if (request.complete) return;
    const arrived = request.socket.bytesRead;
    if (!file || arrived === before) return over();
    before = arrived;
    timer = setTimeout(look, limit);
  };
  let timer = setTimeout(look, limit);
  request.once("close", () => clearTimeout(timer));
}
