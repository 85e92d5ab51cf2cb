import "server-only";
import { env } from "../env";

const seconds = 60;

/** For how long a merchant of a run is a worker's that says nothing, in seconds. Who dies leaves it to the next after that. */
export function rowLease(): number {
  return seconds * env().DESK_TIME_SCALE;
}

/** How often a worker says that it lives, in milliseconds. */
export function renewEvery(): number {
  return (rowLease() * 1_000) / 4;
}
