// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { AuditFilters } from "@/components/audit/audit-filters";
import { ActivityFilters } from "@/components/merchants/activity/activity-filters";
import { allThatHappened } from "@/lib/desk/timeline";

afterEach(cleanup);

it.each([
  ["the log", <AuditFilters key="log" asked={{}} people={[]} operations={[]} />],
  ["a merchant's activity", <ActivityFilters key="activity" question={allThatHappened} ask={() => undefined} kinds={[]} people={[]} />],
])("whoever asks %s by days is told that they are those of UTC, whatever clock the rows go by", (_, filters) => {
  render(filters);
  expect(screen.getByLabelText("From (UTC)")).toHaveProperty("type", "date");
  expect(screen.getByLabelText("To (UTC)")).toHaveProperty("type", "date");
});
