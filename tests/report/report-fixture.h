/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"
#include "coalition-report.h"

G_BEGIN_DECLS

/* A word of a page and where it stands, in points from the top left corner of the sheet. */
typedef struct {
  guint page;
  double left;
  double top;
  double right;
  double bottom;
  double page_width;
  double page_height;
  char *text;
} ReportWord;

CoalitionCampaign *report_fixture_new_empty   (const char *us);
CoalitionCampaign *report_fixture_new_sample  (void);
CoalitionCampaign *report_fixture_new_large   (guint n_parties);
void               report_fixture_arrange     (CoalitionCampaign *campaign);
void               report_fixture_run         (CoalitionCampaign *campaign, CoalitionCommand *command);
void               report_fixture_close       (CoalitionCampaign *campaign);

char              *report_fixture_write       (CoalitionReport *report, const char *name, const char *paper);
char              *report_fixture_squeeze    (const char *text);
char              *report_fixture_text        (const char *pdf);
char              *report_fixture_info        (const char *pdf);
GPtrArray         *report_fixture_words       (const char *pdf);
guint              report_fixture_n_pages     (const char *pdf);
void               report_fixture_assert_tidy (const char *pdf);

G_END_DECLS
