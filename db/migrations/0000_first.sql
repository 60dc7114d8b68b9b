CREATE TABLE "case_events" (
	"case_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"causation_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text,
	"by_name" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "case_events_pk" PRIMARY KEY("case_id","version"),
	CONSTRAINT "case_events_causation" UNIQUE("causation_id","ordinal"),
	CONSTRAINT "case_events_version" CHECK ("case_events"."version" >= 1),
	CONSTRAINT "case_events_filed_first" CHECK (("case_events"."version" = 1) = ("case_events"."type" = 'CaseFiled')),
	CONSTRAINT "case_events_by" CHECK (("case_events"."by_id" is null) = ("case_events"."by_name" is null))
);
--> statement-breakpoint
CREATE TABLE "case_texts" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"grams" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"tier" text,
	"department" text,
	"owner_id" text,
	"customer_owner_id" text NOT NULL,
	"filer_id" text NOT NULL,
	"customer_key" text,
	"filed_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ended" boolean NOT NULL,
	"accountable" text,
	"awaits" text[] NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "cases_version" CHECK ("cases"."version" >= 1),
	CONSTRAINT "cases_tier" CHECK ("cases"."tier" in ('S1', 'S2', 'S3', 'S4')),
	CONSTRAINT "cases_one_accountable" CHECK (("cases"."accountable" is null) = "cases"."ended"),
	CONSTRAINT "cases_ended_awaits_nobody" CHECK (not "cases"."ended" or cardinality("cases"."awaits") = 0),
	CONSTRAINT "cases_ends" CHECK ("cases"."status" not in ('closed', 'merged', 'withdrawn', 'void') or "cases"."ended"),
	CONSTRAINT "cases_owned" CHECK ("cases"."status" not in ('acknowledged', 'working', 'held') or "cases"."owner_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "originals" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"sealed" text,
	"erased_at" timestamp with time zone,
	CONSTRAINT "originals_erased" CHECK (("originals"."sealed" is null) = ("originals"."erased_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"external_id" text NOT NULL,
	"person_id" text NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_pk" PRIMARY KEY("platform","tenant","external_id"),
	CONSTRAINT "identities_platform" CHECK ("identities"."platform" in ('slack', 'teams'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"chosen_locale" text,
	"profile_locale" text,
	"zone" text,
	"profiled_at" timestamp with time zone,
	CONSTRAINT "people_chosen_locale" CHECK ("people"."chosen_locale" in ('ko', 'en')),
	CONSTRAINT "people_profile_locale" CHECK ("people"."profile_locale" in ('ko', 'en'))
);
--> statement-breakpoint
CREATE TABLE "lanes" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"kind" text NOT NULL,
	"place_id" text NOT NULL,
	"gap_ms" integer NOT NULL,
	"next_at" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"lease_until" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"lease_token" uuid,
	CONSTRAINT "lanes_platform" CHECK ("lanes"."platform" in ('slack', 'teams')),
	CONSTRAINT "lanes_kind" CHECK ("lanes"."kind" in ('channel', 'person')),
	CONSTRAINT "lanes_gap" CHECK ("lanes"."gap_ms" between 0 and 60000)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lane" text collate "C" NOT NULL,
	"case_id" bigint NOT NULL,
	"owed_at" integer NOT NULL,
	"type" text NOT NULL,
	"person_id" text,
	"notice" jsonb NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "outbox_type" CHECK ("outbox"."type" in ('card', 'story', 'word')),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('pending', 'sending', 'sent', 'dead', 'superseded')),
	CONSTRAINT "outbox_done_at" CHECK (("outbox"."state" in ('pending', 'sending')) = ("outbox"."done_at" is null)),
	CONSTRAINT "outbox_tried" CHECK ("outbox"."state" <> 'sending' or "outbox"."first_tried_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "posted_cards" (
	"case_id" bigint NOT NULL,
	"lane" text collate "C" NOT NULL,
	"conversation" text NOT NULL,
	"message" text NOT NULL,
	"posted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "posted_cards_pk" PRIMARY KEY("case_id","lane")
);
--> statement-breakpoint
CREATE TABLE "canaries" (
	"name" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomies" (
	"version" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "originals" ADD CONSTRAINT "originals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_cards" ADD CONSTRAINT "posted_cards_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_cards" ADD CONSTRAINT "posted_cards_lane_lanes_key_fk" FOREIGN KEY ("lane") REFERENCES "public"."lanes"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_texts_grams" ON "case_texts" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "cases_awaits" ON "cases" USING gin ("awaits");--> statement-breakpoint
CREATE INDEX "cases_filer" ON "cases" USING btree ("filer_id","id");--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner_id","filed_at") WHERE not ended;--> statement-breakpoint
CREATE INDEX "cases_department" ON "cases" USING btree ("department","id");--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("id") WHERE not ended;--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_head" ON "outbox" USING btree ("lane","id") WHERE state in ('pending', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_one_card" ON "outbox" USING btree ("case_id","lane") WHERE state = 'pending' and type = 'card';--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("created_at") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "outbox_done" ON "outbox" USING btree ("done_at") WHERE state in ('sent', 'superseded');--> statement-breakpoint
CREATE INDEX "inbox_age" ON "inbox" USING btree ("received_at");