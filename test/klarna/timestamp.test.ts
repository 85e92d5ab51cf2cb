import { expect, test } from "vitest";

import { dateOfBirth, timestamp } from "@/lib/klarna/timestamp";
import { objection } from "./issues";

test("takes a moment with its zone, seconds and fraction or not", () => {
  const moments = [
    "2025-06-24T05:51Z",
    "2025-06-24T05:51:48Z",
    "2025-06-24T05:51:48.1Z",
    "2025-06-24T05:51:48.123Z",
    "2025-06-24T05:51:48+02:00",
    "2024-02-29T23:59:59-11:30",
  ];
  for (const moment of moments) expect(objection(timestamp(), moment), moment).toBeUndefined();
});

test("asks for the zone that is missing", () => {
  for (const moment of ["2025-06-24T05:51", "2025-06-24T05:51:48.123"]) expect(objection(timestamp(), moment)).toMatch(/^Add the time zone/);
});

test("refuses days and hours that don't exist", () => {
  for (const moment of ["2025-02-29T00:00Z", "2025-04-31T00:00:00Z", "2025-13-01T00:00:00Z", "2025-00-10T00:00:00Z"]) {
    expect(objection(timestamp(), moment), moment).toBe("This day isn't in the calendar");
  }
  for (const moment of [
    "2025-06-24T24:00:00Z",
    "2025-06-24T05:60:00Z",
    "2025-06-24T05:51:48+24:00",
    "2025-06-24",
    "24.06.2025 05:51",
    "2025-06-24 05:51Z",
    "2025-06-24T05:51Z\n",
    "",
  ]) {
    expect(objection(timestamp(), moment), moment).toMatch(/^Write date and time as/);
  }
});

test("takes a day on which somebody can have been born", () => {
  for (const day of ["1970-01-01", "2000-02-29", "1899-12-31"]) expect(objection(dateOfBirth(), day)).toBeUndefined();
  for (const day of ["1970-02-30", "1900-02-29"]) expect(objection(dateOfBirth(), day)).toBe("This day isn't in the calendar");
  for (const day of ["1970-1-1", "01.01.1970", "1970-01-01T00:00Z"]) expect(objection(dateOfBirth(), day)).toMatch(/^Write the date as/);
  expect(objection(dateOfBirth(), "9998-01-01")).toBe("This day is still to come");
});
