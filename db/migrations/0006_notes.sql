CREATE TABLE "posted_notes" (
	"case_id" bigint NOT NULL,
	"lane" text collate "C" NOT NULL,
	"said" jsonb NOT NULL,
	"conversation" text NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "posted_notes_pk" PRIMARY KEY("case_id","lane","said")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_type";--> statement-breakpoint
ALTER TABLE "posted_notes" ADD CONSTRAINT "posted_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posted_notes" ADD CONSTRAINT "posted_notes_lane_lanes_key_fk" FOREIGN KEY ("lane") REFERENCES "public"."lanes"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posted_cards_message" ON "posted_cards" USING btree ("lane","message");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_type" CHECK ("outbox"."type" in ('card', 'story', 'note', 'word', 'nudges'));