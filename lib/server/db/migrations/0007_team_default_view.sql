CREATE TABLE "team_default_views" (
	"environment" text PRIMARY KEY NOT NULL,
	"view_id" uuid NOT NULL
);
--> statement-breakpoint
DROP INDEX "saved_views_one_team_default";--> statement-breakpoint
ALTER TABLE "team_default_views" ADD CONSTRAINT "team_default_views_view_id_saved_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_views"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" DROP COLUMN "team_default";