-- SPDX-FileCopyrightText: 2026 The Coalition contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 2: what a view remembers; pictures; forums and their meetings; contacts; notes and pictures on the map;
-- listening. Only columns at the end and new tables: entries of version 1 can still be undone.

ALTER TABLE "view" ADD COLUMN "size_by" TEXT;
ALTER TABLE "view" ADD COLUMN "issue" TEXT REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "view" ADD COLUMN "field" TEXT REFERENCES "own_field" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "view" ADD COLUMN "center" TEXT REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "view" ADD COLUMN "hides" INTEGER;
ALTER TABLE "view" ADD COLUMN "routed" INTEGER;
ALTER TABLE "view" ADD COLUMN "collapsed" TEXT;
ALTER TABLE "view" ADD COLUMN "zoom" REAL;
ALTER TABLE "view" ADD COLUMN "center_x" REAL;
ALTER TABLE "view" ADD COLUMN "center_y" REAL;
ALTER TABLE "view" ADD COLUMN "frame_width" REAL;
ALTER TABLE "view" ADD COLUMN "frame_height" REAL;
CREATE INDEX "view_issue" ON "view" ("issue");
CREATE INDEX "view_field" ON "view" ("field");
CREATE INDEX "view_center" ON "view" ("center");

CREATE TABLE "image" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "data" TEXT NOT NULL
) STRICT;

ALTER TABLE "party" ADD COLUMN "picture" TEXT REFERENCES "image" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "party_picture" ON "party" ("picture");

CREATE TABLE "forum" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "form" TEXT,
  "cadence" TEXT,
  "purpose" TEXT,
  "place" TEXT,
  "host" TEXT,
  "formed" TEXT,
  "ended" TEXT,
  "parent" TEXT REFERENCES "forum" ("id") DEFERRABLE INITIALLY DEFERRED,
  "look" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "forum_parent" ON "forum" ("parent");

CREATE TABLE "forum_member" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "forum" TEXT NOT NULL REFERENCES "forum" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "since" TEXT,
  "until" TEXT
) STRICT;
CREATE INDEX "forum_member_forum" ON "forum_member" ("forum");
CREATE INDEX "forum_member_party" ON "forum_member" ("party");

CREATE TABLE "forum_position" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "view" TEXT NOT NULL REFERENCES "view" ("id") DEFERRABLE INITIALLY DEFERRED,
  "forum" TEXT NOT NULL REFERENCES "forum" ("id") DEFERRABLE INITIALLY DEFERRED,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL
) STRICT;
CREATE INDEX "forum_position_view" ON "forum_position" ("view");
CREATE INDEX "forum_position_forum" ON "forum_position" ("forum");

CREATE TABLE "meeting" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "forum" TEXT NOT NULL REFERENCES "forum" ("id") DEFERRABLE INITIALLY DEFERRED,
  "held_on" TEXT NOT NULL,
  "topic" TEXT,
  "place" TEXT,
  "understandings" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "meeting_forum" ON "meeting" ("forum");

CREATE TABLE "attendance" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "meeting" TEXT NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "people" INTEGER
) STRICT;
CREATE INDEX "attendance_meeting" ON "attendance" ("meeting");
CREATE INDEX "attendance_party" ON "attendance" ("party");

CREATE TABLE "contact" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "held_on" TEXT NOT NULL,
  "method" TEXT,
  "by" TEXT,
  "summary" TEXT,
  "outcome" TEXT,
  "follow_up" TEXT,
  "follow_up_due" TEXT,
  "follow_up_done" TEXT
) STRICT;

CREATE TABLE "contact_party" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "contact" TEXT NOT NULL REFERENCES "contact" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "contact_party_contact" ON "contact_party" ("contact");
CREATE INDEX "contact_party_party" ON "contact_party" ("party");

CREATE TABLE "note" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "view" TEXT NOT NULL REFERENCES "view" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "color" TEXT,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "width" REAL,
  "height" REAL
) STRICT;
CREATE INDEX "note_view" ON "note" ("view");

CREATE TABLE "picture" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "view" TEXT NOT NULL REFERENCES "view" ("id") DEFERRABLE INITIALLY DEFERRED,
  "image" TEXT NOT NULL REFERENCES "image" ("id") DEFERRABLE INITIALLY DEFERRED,
  "caption" TEXT,
  "background" INTEGER,
  "opacity" INTEGER,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "width" REAL,
  "height" REAL
) STRICT;
CREATE INDEX "picture_view" ON "picture" ("view");
CREATE INDEX "picture_image" ON "picture" ("image");

CREATE TABLE "listening_event" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "held_on" TEXT,
  "method" TEXT,
  "place" TEXT,
  "listener" TEXT,
  "people" INTEGER,
  "notes" TEXT
) STRICT;

CREATE TABLE "voice" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "said" TEXT NOT NULL,
  "kind" TEXT,
  "level" TEXT,
  "constituency" TEXT REFERENCES "constituency" ("id") DEFERRABLE INITIALLY DEFERRED,
  "event" TEXT REFERENCES "listening_event" ("id") DEFERRABLE INITIALLY DEFERRED,
  "speaker" TEXT REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "consent" INTEGER,
  "cases" INTEGER,
  "issue" TEXT REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "voice_constituency" ON "voice" ("constituency");
CREATE INDEX "voice_event" ON "voice" ("event");
CREATE INDEX "voice_speaker" ON "voice" ("speaker");
CREATE INDEX "voice_issue" ON "voice" ("issue");
