CREATE TABLE "cluster_events" (
	"cluster_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"causation_id" text NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text,
	"by_name" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "cluster_events_pk" PRIMARY KEY("cluster_id","version"),
	CONSTRAINT "cluster_events_causation" UNIQUE("cluster_id","causation_id","type")
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"id" bigint PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"parent_id" bigint,
	"state" jsonb NOT NULL,
	"figures" jsonb,
	"counted_at" timestamp with time zone,
	CONSTRAINT "clusters_parent_older" CHECK ("clusters"."parent_id" < "clusters"."id")
);
--> statement-breakpoint
CREATE TABLE "stale_clusters" (
	"cluster_id" bigint PRIMARY KEY NOT NULL,
	"marks" bigint DEFAULT 1 NOT NULL,
	"corrected" boolean DEFAULT false NOT NULL,
	"rests_until" timestamp with time zone DEFAULT '-infinity' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "cluster_id" bigint;--> statement-breakpoint
ALTER TABLE "cluster_events" ADD CONSTRAINT "cluster_events_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clusters_parent" ON "clusters" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "stale_clusters_due" ON "stale_clusters" USING btree ("rests_until");--> statement-breakpoint
CREATE INDEX "cases_cluster" ON "cases" USING btree ("cluster_id","filed_at") WHERE cluster_id is not null;--> statement-breakpoint
CREATE TRIGGER "cluster_events_append_only" BEFORE UPDATE OR DELETE ON "cluster_events" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "cluster_events_never_emptied" BEFORE TRUNCATE ON "cluster_events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
