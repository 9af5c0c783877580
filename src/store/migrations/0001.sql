-- SPDX-FileCopyrightText: 2026 The Coalition contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1. Frozen: what it makes is in people's files. Later versions add their own file.
-- Rules of the session extension: every table STRICT with one TEXT key and no other UNIQUE; no triggers, views,
-- generated columns or collations; foreign keys deferred, deletes explicit. Columns stand in the order of the fields.

CREATE TABLE "campaign" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "us" TEXT REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose" TEXT,
  "made_by" TEXT,
  "started" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "campaign_us" ON "campaign" ("us");

CREATE TABLE "view" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "layout" TEXT,
  "colour_by" TEXT,
  "filter" TEXT,
  "rank" INTEGER
) STRICT;

CREATE TABLE "constituency" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "description" TEXT
) STRICT;

CREATE TABLE "party" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "level" TEXT,
  "kind" TEXT,
  "role" TEXT,
  "help" TEXT,
  "reach" TEXT,
  "place" TEXT,
  "constituency" TEXT REFERENCES "constituency" ("id") DEFERRABLE INITIALLY DEFERRED,
  "decision_maker" INTEGER,
  "position" TEXT,
  "informal_role" TEXT,
  "capacity" TEXT,
  "expertise" TEXT,
  "interest" TEXT,
  "politics" TEXT,
  "theory_of_change" TEXT,
  "constraints" TEXT,
  "introduced_by" TEXT REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes" TEXT
) STRICT;
CREATE INDEX "party_constituency" ON "party" ("constituency");
CREATE INDEX "party_introduced_by" ON "party" ("introduced_by");

CREATE TABLE "position" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "view" TEXT NOT NULL REFERENCES "view" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "pinned" INTEGER NOT NULL
) STRICT;
CREATE INDEX "position_view" ON "position" ("view");
CREATE INDEX "position_party" ON "position" ("party");

CREATE TABLE "contact_detail" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "value" TEXT NOT NULL,
  "note" TEXT
) STRICT;
CREATE INDEX "contact_detail_party" ON "contact_detail" ("party");

CREATE TABLE "tag" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

CREATE TABLE "party_tag" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "tag" TEXT NOT NULL REFERENCES "tag" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "party_tag_party" ON "party_tag" ("party");
CREATE INDEX "party_tag_tag" ON "party_tag" ("tag");

CREATE TABLE "tie" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "from" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "to" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "direction" TEXT,
  "status" TEXT,
  "strength" INTEGER,
  "trust" INTEGER,
  "brought_by" TEXT,
  "start" TEXT,
  "end" TEXT,
  "source" TEXT,
  "confidence" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "tie_from" ON "tie" ("from");
CREATE INDEX "tie_to" ON "tie" ("to");

CREATE TABLE "issue" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "statement" TEXT,
  "status" TEXT,
  "background" TEXT,
  "law" TEXT,
  "notes" TEXT
) STRICT;

CREATE TABLE "judgement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "aspect" TEXT NOT NULL,
  "value" INTEGER NOT NULL,
  "issue" TEXT REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT,
  "judged_by" TEXT,
  "judged_on" TEXT
) STRICT;
CREATE INDEX "judgement_party" ON "judgement" ("party");
CREATE INDEX "judgement_issue" ON "judgement" ("issue");

CREATE TABLE "asset" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "description" TEXT,
  "amount" REAL,
  "unit" TEXT,
  "availability" TEXT,
  "offered" INTEGER
) STRICT;
CREATE INDEX "asset_party" ON "asset" ("party");

CREATE TABLE "comfort" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "tactic" TEXT NOT NULL,
  "comfort" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "comfort_party" ON "comfort" ("party");

CREATE TABLE "agreement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "purpose" TEXT,
  "form" TEXT,
  "intensity" INTEGER,
  "status" TEXT,
  "motive" TEXT,
  "values" TEXT,
  "outcome" TEXT,
  "decisions" TEXT,
  "issue" TEXT REFERENCES "issue" ("id") DEFERRABLE INITIALLY DEFERRED,
  "start" TEXT,
  "end" TEXT,
  "review_due" TEXT,
  "renewal" TEXT,
  "signed_on" TEXT,
  "hours_planned" REAL,
  "hours_spent" REAL,
  "cost_planned" REAL,
  "cost_spent" REAL,
  "notes" TEXT
) STRICT;
CREATE INDEX "agreement_issue" ON "agreement" ("issue");

CREATE TABLE "agreement_party" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "agreement" TEXT NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "contact" TEXT,
  "outcome" TEXT,
  "signed_by" TEXT,
  "signed_on" TEXT
) STRICT;
CREATE INDEX "agreement_party_agreement" ON "agreement_party" ("agreement");
CREATE INDEX "agreement_party_party" ON "agreement_party" ("party");

CREATE TABLE "contribution" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "agreement" TEXT NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "direction" TEXT NOT NULL,
  "description" TEXT,
  "amount" REAL,
  "unit" TEXT,
  "on" TEXT
) STRICT;
CREATE INDEX "contribution_agreement" ON "contribution" ("agreement");
CREATE INDEX "contribution_party" ON "contribution" ("party");

CREATE TABLE "task" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "agreement" TEXT NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "party" TEXT REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT,
  "done_on" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "task_agreement" ON "task" ("agreement");
CREATE INDEX "task_party" ON "task" ("party");

CREATE TABLE "review" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "agreement" TEXT NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "held_on" TEXT NOT NULL,
  "reached" TEXT,
  "learned" TEXT,
  "enjoyed" TEXT,
  "changing" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "review_agreement" ON "review" ("agreement");

CREATE TABLE "own_field" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "choices" TEXT,
  "shared" INTEGER,
  "rank" INTEGER
) STRICT;

CREATE TABLE "own_value" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "field" TEXT NOT NULL REFERENCES "own_field" ("id") DEFERRABLE INITIALLY DEFERRED,
  "record" TEXT NOT NULL,
  "value" TEXT NOT NULL
) STRICT;
CREATE INDEX "own_value_field" ON "own_value" ("field");
CREATE INDEX "own_value_record" ON "own_value" ("record");

CREATE TABLE "history" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "parent" TEXT,
  "author" TEXT,
  "time" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "arguments" TEXT NOT NULL,
  "undoes" TEXT,
  "redo" INTEGER NOT NULL,
  "schema" INTEGER NOT NULL,
  "changeset" BLOB
) STRICT;
