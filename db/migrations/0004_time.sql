CREATE TABLE "absences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text NOT NULL,
	"delegate_id" text,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absences_order" CHECK ("absences"."from_day" <= "absences"."until_day")
);
--> statement-breakpoint
CREATE TABLE "calendar_state" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" integer NOT NULL,
	"fingerprint" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "due" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"calendars" integer NOT NULL,
	"rests_until" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"broke" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"list" text NOT NULL,
	"day" text NOT NULL,
	"name" text NOT NULL,
	"spans" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source" text NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "holidays_pk" PRIMARY KEY("list","day"),
	CONSTRAINT "holidays_source" CHECK ("holidays"."source" in ('almanac', 'ical', 'person')),
	CONSTRAINT "holidays_day" CHECK ("holidays"."day" ~ '^\d{4}-\d{2}-\d{2}$')
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nudges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" text NOT NULL,
	"case_id" bigint NOT NULL,
	"nudge" jsonb NOT NULL,
	"leaves_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"owed_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "nudges_state" CHECK ("nudges"."state" in ('waiting', 'single', 'bundle', 'urgent', 'superseded')),
	CONSTRAINT "nudges_done" CHECK (("nudges"."state" = 'waiting') = ("nudges"."done_at" is null))
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_type";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "dues" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "absences_of" ON "absences" USING btree ("person_id","until_day");--> statement-breakpoint
CREATE INDEX "due_at" ON "due" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "due_calendars" ON "due" USING btree ("calendars","case_id");--> statement-breakpoint
CREATE INDEX "nudges_waiting" ON "nudges" USING btree ("leaves_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "nudges_of" ON "nudges" USING btree ("person_id","state","done_at");--> statement-breakpoint
CREATE INDEX "nudges_case" ON "nudges" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_type" CHECK ("outbox"."type" in ('card', 'story', 'word', 'nudges'));--> statement-breakpoint
INSERT INTO "due" ("case_id", "due_at", "kind", "calendars") SELECT "id", 'infinity', 'none', 0 FROM "cases" WHERE NOT "ended";
