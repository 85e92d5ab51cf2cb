import { boot } from "@/lib/server/boot";

boot("DESK_WORKER_METRICS_PORT");
// The work waits on timers that keep no process alive: in the desk the server does.
setInterval(() => undefined, 60_000);
