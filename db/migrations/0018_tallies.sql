CREATE TABLE "digest_choices" (
	"subject" text NOT NULL,
	"digest" text NOT NULL,
	"wanted" boolean NOT NULL,
	CONSTRAINT "digest_choices_pk" PRIMARY KEY("subject","digest")
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"case_id" bigint NOT NULL,
	"what" text NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"department" text,
	"kind" text NOT NULL,
	"tier" text,
	"kept" boolean,
	"value" bigint,
	"marks" text[],
	CONSTRAINT "tallies_pk" PRIMARY KEY("case_id","what","n")
);
--> statement-breakpoint
CREATE TABLE "tally_state" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" integer NOT NULL,
	"up_to" bigint
);
--> statement-breakpoint
CREATE TABLE "week_sums" (
	"week" text NOT NULL,
	"department" text NOT NULL,
	"sums" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_sums_pk" PRIMARY KEY("department","week")
);
--> statement-breakpoint
CREATE INDEX "tallies_at" ON "tallies" USING btree ("what","at") INCLUDE ("department","kind","tier","kept","value");--> statement-breakpoint
CREATE INDEX "tallies_open" ON "tallies" USING btree ("what","at") WHERE kept is null and what in ('acknowledge', 'fix', 'obstacle', 'decide');--> statement-breakpoint
DROP INDEX "cases_customer";--> statement-breakpoint
CREATE INDEX "cases_customer" ON "cases" USING btree ("customer_key","cluster_id") WHERE customer_key is not null;--> statement-breakpoint
CREATE INDEX "cases_working" ON "cases" USING btree ("department","status") WHERE not ended;--> statement-breakpoint
CREATE INDEX "cases_answered" ON "cases" USING btree ("id") WHERE status = 'fixed';--> statement-breakpoint
CREATE INDEX "cases_news" ON "cases" USING btree (((dues ->> 'interim')::float8)) WHERE not ended and dues ->> 'interim' is not null;--> statement-breakpoint
CREATE INDEX "cases_urgent" ON "cases" USING btree ("tier","id") WHERE not ended and tier in ('S1', 'S2');--> statement-breakpoint
CREATE INDEX "cases_renewal" ON "cases" USING btree ((state -> 'voice' ->> 'renewal')) WHERE state -> 'voice' ->> 'renewal' is not null;--> statement-breakpoint
CREATE INDEX "cases_repeating" ON "cases" USING btree ("filed_at") WHERE customer_key is not null and cluster_id is not null;--> statement-breakpoint
CREATE INDEX "clusters_furthest" ON "clusters" USING btree (((figures -> 'gauge' ->> 'percent')::int) desc) WHERE figures is not null and parent_id is null;--> statement-breakpoint
CREATE INDEX "clusters_heard" ON "clusters" USING btree (((figures ->> 'customers')::int) desc) WHERE figures is not null and parent_id is null;--> statement-breakpoint
CREATE INDEX "clusters_paid_again" ON "clusters" USING btree ("id") WHERE (figures ->> 'paidAgain')::boolean and parent_id is null;--> statement-breakpoint
CREATE INDEX "clusters_drifting" ON "clusters" USING btree ("id") WHERE (figures ->> 'isDrifting')::boolean and parent_id is null;