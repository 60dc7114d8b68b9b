CREATE TABLE "lexicon_events" (
	"version" integer NOT NULL,
	"causation_id" text NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text,
	"by_name" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "lexicon_events_pk" PRIMARY KEY("version"),
	CONSTRAINT "lexicon_events_causation" UNIQUE("causation_id")
);

--> statement-breakpoint
CREATE TRIGGER "lexicon_events_append_only" BEFORE UPDATE OR DELETE ON "lexicon_events" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "lexicon_events_never_emptied" BEFORE TRUNCATE ON "lexicon_events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();