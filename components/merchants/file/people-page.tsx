"use client";

import { FilePage } from "./file-page";
import { FileSection } from "./file-section";
import { PartList } from "./part-list";
import { PeopleGaps } from "./people-gaps";

/** The people behind the merchant. */
export function PeoplePage() {
  return (
    <FilePage>
      <FileSection title="People" description="Who owns and represents the business. Dates of birth and national ids are masked.">
        {() => (
          <>
            <PeopleGaps />
            <PartList resource="stakeholders" acts={["update", "delete"]} none="Klarna knows nobody behind this merchant." add="Add a person" />
          </>
        )}
      </FileSection>
    </FilePage>
  );
}
