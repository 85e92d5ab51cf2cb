import type { DatabaseHealth, DiskHealth } from "@/lib/desk/health";

import { bytes, duration, share } from "./figures";
import { HealthSection } from "./section";

export interface DatabaseSectionProps {
  readonly database: DatabaseHealth;
  readonly disk: DiskHealth | null;
}

/** The desk's own database, and the room it has left. */
export function DatabaseSection({ database, disk }: DatabaseSectionProps) {
  const { latency, connections, most_connections, size, clock_ahead } = database;
  return (
    <HealthSection
      title="Database"
      {...stateOf(database, disk)}
      items={[
        { term: "Answers", value: `in ${duration(latency)}` },
        { term: "Connections", value: `${connections} of ${most_connections}` },
        { term: "Size", value: bytes(size) },
        {
          term: disk?.of === "desk" ? "Room on the desk's disk" : "Room on its disk",
          value: disk && `${bytes(disk.free)} of ${bytes(disk.size)} (${share(disk.free, disk.size)})`,
        },
        { term: "Clock", value: clockWords(clock_ahead) },
      ]}
    />
  );
}

function stateOf({ latency, connections, most_connections, clock_ahead }: DatabaseHealth, disk: DiskHealth | null) {
  if (disk && (disk.free < 1e9 || disk.free / disk.size < 0.03))
    return { tone: "wrong", state: "Nearly full", advice: "When the disk is full nothing more can be recorded, and so nothing is sent. Make room." } as const;
  if (Math.abs(clock_ahead) > 5_000)
    return {
      tone: "waiting",
      state: "Clocks differ",
      advice: "Set the clocks of both machines by the same time server: ages and time limits are told by both.",
    } as const;
  if (connections > most_connections * 0.8)
    return { tone: "waiting", state: "Nearly all connections used", advice: "Allow more connections in PostgreSQL, or put a pooler in front." } as const;
  return latency > 250 ? ({ tone: "waiting", state: "Slow" } as const) : ({ tone: "good", state: "Answering" } as const);
}

function clockWords(ahead: number): string {
  if (Math.abs(ahead) < 1_000) return "The same as the desk's";
  return `${duration(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} the desk's`;
}
