-- Both are trusted: whoever owns the database may install them.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
--> statement-breakpoint
-- A text as it is compared: small letters without accents, Greek and Cyrillic ones in Latin (pg_trgm knows no others under every locale), words
-- apart by one space. Called immutable, which unaccent is for a dictionary that is named and never edited.
CREATE FUNCTION search_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(given, NFKC))),
      'αβγδεζηθικλμνξοπρσςτυφχψωабвгдежзийклмнопрстуфхцчшщыэюяьъ''’´`',
      'abgdezitiklmnxoprsstyfhpoabvgdezziiklmnoprstufhccssyeua'),
    '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\xbf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'))
$$;
--> statement-breakpoint
-- Each word of a text once, in order, a space before and after each.
CREATE FUNCTION search_words(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT coalesce(' ' || string_agg(word, ' ' ORDER BY place) || ' ', ' ')
  FROM (SELECT word, min(place) AS place FROM regexp_split_to_table(public.search_fold(given), ' ') WITH ORDINALITY AS split (word, place)
        WHERE word <> '' GROUP BY word) AS words
$$;
--> statement-breakpoint
-- All that a merchant is found by. Of an identifier only what comes after its last colon: the rest is the same for all.
CREATE FUNCTION merchant_search_text(account_name text, account_reference text, group_reference text, group_id text, account_id text, websites jsonb, number text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.search_words(concat_ws(' ', account_name, account_reference, replace(public.search_fold(account_reference), ' ', ''), group_reference,
    (SELECT string_agg(regexp_replace(url #>> '{}', '^[a-z]+://(www\.)?|[:/?#].*$', '', 'gi'), ' ') FROM jsonb_path_query(websites, 'lax $[*].urls[*]') AS url),
    number, replace(public.search_fold(number), ' ', ''), regexp_replace(account_id, '^.*:', ''), regexp_replace(group_id, '^.*:', '')))
$$;
--> statement-breakpoint
CREATE TABLE "default_views" (
	"environment" text NOT NULL,
	"person_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	CONSTRAINT "default_views_environment_person_id_pk" PRIMARY KEY("environment","person_id")
);
--> statement-breakpoint
CREATE TABLE "merchant_tags" (
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "merchant_tags_environment_account_id_tag_id_pk" PRIMARY KEY("environment","account_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"person_id" uuid NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"team_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "merchants_by_reference";--> statement-breakpoint
DROP INDEX "merchants_by_group_reference";--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "registration_number" text;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE merchants m SET changed_at = coalesce((SELECT max(noticed_at) FROM merchant_changes c WHERE c.environment = m.environment AND c.account_id = m.account_id), first_seen_at);--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "search_text" text GENERATED ALWAYS AS (merchant_search_text(account_name, account_reference, account_group_reference, account_group_id, account_id, websites, registration_number)) STORED;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "name_key" text COLLATE "C" GENERATED ALWAYS AS (left(search_fold(coalesce(account_name, account_reference, account_id)), 200)) STORED;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "standing" text GENERATED ALWAYS AS (CASE WHEN missing_since IS NOT NULL THEN 'MISSING' ELSE coalesce(state, 'NOT_READ') END) STORED;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_view_id_saved_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_views"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_tags" ADD CONSTRAINT "merchant_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merchant_tags_of_tag" ON "merchant_tags" USING btree ("tag_id","account_id");--> statement-breakpoint
CREATE INDEX "saved_views_of_person" ON "saved_views" USING btree ("environment","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_one_team_default" ON "saved_views" USING btree ("environment") WHERE "saved_views"."team_default";--> statement-breakpoint
CREATE UNIQUE INDEX "tags_by_name" ON "tags" USING btree ("environment",lower("name"));--> statement-breakpoint
CREATE INDEX "merchants_by_standing" ON "merchants" USING btree ("environment","standing");--> statement-breakpoint
CREATE INDEX "merchants_by_words" ON "merchants" USING gin ("search_text" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "merchants_by_products" ON "merchants" USING gin ("products" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "merchants_by_name" ON "merchants" USING btree ("environment","name_key","account_id");--> statement-breakpoint
CREATE INDEX "merchants_by_country" ON "merchants" USING btree ("environment","country","account_id");--> statement-breakpoint
CREATE INDEX "merchants_by_seen" ON "merchants" USING btree ("environment","seen_at","account_id");--> statement-breakpoint
CREATE INDEX "merchants_by_changed" ON "merchants" USING btree ("environment","changed_at","account_id");--> statement-breakpoint
CREATE INDEX "merchants_by_reference" ON "merchants" USING btree ("environment","account_reference","account_id");--> statement-breakpoint
CREATE INDEX "merchants_by_group_reference" ON "merchants" USING btree ("environment","account_group_reference","account_id");--> statement-breakpoint
-- Accounts in which each of these words, or one spelt much like it, occurs. A function, because the threshold is a setting and may not outlive the statement.
CREATE FUNCTION merchants_spelt_like(of_environment text, words text[]) RETURNS TABLE (account_id text, unlikeness int)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.45 AS $$
  SELECT m.account_id, (SELECT round(100 - 100 * avg(public.word_similarity(word, m.search_text))) FROM unnest(words) AS word)::int
  FROM merchants m WHERE m.environment = of_environment AND words[1] OPERATOR(public.<%) m.search_text
    AND (words[2] IS NULL OR words[2] OPERATOR(public.<%) m.search_text) AND (words[3] IS NULL OR words[3] OPERATOR(public.<%) m.search_text)
$$;
