CREATE TABLE "bulletins" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"owed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_type";--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_type" CHECK ("outbox"."type" in ('card', 'story', 'note', 'word', 'nudges', 'change-card', 'change-story', 'change-word', 'bulletin'));