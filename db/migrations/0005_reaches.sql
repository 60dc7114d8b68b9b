CREATE TABLE "reaches" (
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"kind" text NOT NULL,
	"place_id" text NOT NULL,
	"service_url" text NOT NULL,
	"conversation" text NOT NULL,
	"met_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reaches_pk" PRIMARY KEY("platform","tenant","kind","place_id")
);
--> statement-breakpoint
CREATE INDEX "reaches_latest" ON "reaches" USING btree ("platform","tenant","kind","met_at");