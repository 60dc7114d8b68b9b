ALTER TABLE "cases" DROP CONSTRAINT "cases_ended_awaits_nobody";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "leaving" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_leaving" ON "cases" USING btree ("id") WHERE leaving;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_ended_awaits_nobody" CHECK (not "cases"."ended" or "cases"."status" = 'closed' or cardinality("cases"."awaits") = 0);