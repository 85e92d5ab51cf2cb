/** How work that is done in the background stands. */
export type JobStanding = "waiting" | "running" | "paused" | "stopped" | "done" | "cancelled";

/** How a state looks and what it is called. */
export interface StandingWords {
  readonly tone: "good" | "waiting" | "wrong" | "off";
  readonly label: string;
}

/** The states of something that is read in the background. */
export const readingStates: Readonly<Record<JobStanding, StandingWords>> = {
  waiting: { tone: "waiting", label: "Waiting" },
  running: { tone: "waiting", label: "Reading" },
  paused: { tone: "off", label: "Paused" },
  stopped: { tone: "wrong", label: "Stopped" },
  done: { tone: "good", label: "Done" },
  cancelled: { tone: "off", label: "Given up" },
};

/** `about 3 min left at 50 a second at most` */
export function timeLeft(left: number, rate: number): string {
  return `about ${inTime(left / rate)} left at ${Math.floor(rate).toLocaleString("en")} a second at most`;
}

/** How long something takes that isn't exact, from seconds: `40 s`, `3 min`, `2 h`. */
export function inTime(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

/** `1 merchant`, `4,312 merchants` */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}
