import { DescriptionList } from "@/components/ui/description-list";
import type { HealthReport } from "@/lib/desk/health";

/** What runs here, for whoever reports a fault. */
export function VersionsSection({ versions: { desk, node, postgres, migrations } }: Pick<HealthReport, "versions">) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="border-b pb-2 font-semibold text-base">
        Versions
      </h2>
      <DescriptionList
        items={[
          { term: "Partner Desk", value: desk },
          { term: "Node.js", value: node },
          { term: "PostgreSQL", value: postgres },
          { term: "Migrations applied", value: String(migrations) },
        ]}
      />
    </section>
  );
}
