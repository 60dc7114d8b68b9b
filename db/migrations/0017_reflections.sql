CREATE TABLE "reflections" (
	"department" text NOT NULL,
	"week" text NOT NULL,
	"case_id" bigint NOT NULL,
	"folded_at" timestamp with time zone,
	CONSTRAINT "reflections_pk" PRIMARY KEY("department","week"),
	CONSTRAINT "reflections_week" CHECK ("reflections"."week" ~ '^\d{4}-\d{2}-\d{2}$')
);
--> statement-breakpoint
CREATE INDEX "reflections_case" ON "reflections" USING btree ("case_id") WHERE folded_at is null;