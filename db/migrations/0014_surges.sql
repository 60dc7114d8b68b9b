CREATE TABLE "gatherings" (
	"causation_id" text collate "C" PRIMARY KEY NOT NULL,
	"head" bigint NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "surge_of" bigint;--> statement-breakpoint
CREATE INDEX "gatherings_open" ON "gatherings" USING btree ("at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "cases_surge" ON "cases" USING btree ("surge_of","id") WHERE surge_of is not null and cluster_id is null;