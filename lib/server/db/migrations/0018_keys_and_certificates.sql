CREATE TABLE "certificates" (
	"environment" text NOT NULL,
	"fingerprint" text NOT NULL,
	"serial_number" text NOT NULL,
	"subject" text NOT NULL,
	"issuer" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"added_by" uuid,
	"revoked_from" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "certificates_environment_fingerprint_pk" PRIMARY KEY("environment","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"environment" text NOT NULL,
	"credential_id" text NOT NULL,
	"type" text,
	"description" text,
	"key_mark" "bytea",
	"made_at" timestamp with time zone,
	"made_by" uuid,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"disabled_by" uuid,
	"used_at" timestamp with time zone,
	"intended_at" timestamp with time zone,
	"released_until" timestamp with time zone,
	CONSTRAINT "credentials_environment_credential_id_pk" PRIMARY KEY("environment","credential_id")
);
--> statement-breakpoint
CREATE TABLE "key_holders" (
	"process_id" uuid NOT NULL,
	"environment" text NOT NULL,
	"key_mark" "bytea" NOT NULL,
	"credential_id" text,
	"certificate" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "key_holders_process_id_environment_pk" PRIMARY KEY("process_id","environment")
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_disabled_by_people_id_fk" FOREIGN KEY ("disabled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificates_expiring" ON "certificates" USING btree ("valid_to") WHERE revoked_from IS NULL;