import "server-only";

/** SQL for a time as ISO 8601 in UTC, to the microsecond: what the desk's doors answer, and what sorts as text. */
export function utc(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
