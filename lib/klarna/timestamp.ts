import { isDay } from "./day";
import { checked } from "./text";

/** A moment in ISO 8601 with its zone; seconds and their fraction may be left out: `2025-06-24T05:51Z`. */
export function timestamp() {
  return checked(checkTimestamp);
}

/** A moment to the second in UTC, as Klarna's older API is asked: `2025-06-30T23:59:59Z`. A bare day would mean its first second there. */
export function utcStamp() {
  return checked((value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) ? checkTimestamp(value) : "Write day and time in UTC, to the second: 2025-06-30T23:59:59Z",
  );
}

/** A day on which somebody can have been born: `1970-01-01`, real and not to come. */
export function dateOfBirth() {
  return checked(checkDateOfBirth);
}

const moment = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

function checkTimestamp(value: string): string | undefined {
  const [, day, zone] = moment.exec(value) ?? [];
  if (!day) return "Write date and time as 2024-01-01T12:00:00Z";
  if (!zone) return "Add the time zone: Z for UTC, or an offset such as +01:00";
  return isDay(day) ? undefined : "This day isn't in the calendar";
}

function checkDateOfBirth(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return "Write the date as YYYY-MM-DD, such as 1970-01-31";
  if (!isDay(value)) return "This day isn't in the calendar";
  return Date.parse(value) > Date.now() ? "This day is still to come" : undefined;
}
