/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-figures.h"
#include "coalition-sheet.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

/* "In short": a bold claim, the numbers behind it, and a small figure of the same numbers beside it. */

#define MOST_NAMES 4

static const char *
name_of (CoalitionSummary *self,
         guint             party)
{
  return coalition_network_get_parties (self->network, NULL)[party].name;
}

/* A sentence of seven columns and, if there is one, a figure of four. */
static void
write_claim (CoalitionFlow    *flow,
             const char       *claim,
             const char       *text,
             CoalitionPainter  painter,
             double            figure_height,
             gpointer          figure,
             GDestroyNotify    destroy)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> %s", claim, text);
  CoalitionStrip *strip = coalition_flow_append (flow);
  double x, width;

  strip->below = 9;
  coalition_sheet_columns (coalition_flow_get_width (flow), 0, painter != NULL ? 7 : 9, &x, &width);
  coalition_strip_add_text (strip, x, width, COALITION_TEXT_LEAD, markup)->is_markup = TRUE;
  if (painter == NULL)
    return;
  coalition_sheet_columns (coalition_flow_get_width (flow), 8, 4, &x, &width);
  coalition_strip_add_painter (strip, x, width, figure_height, painter, figure, destroy);
}

static char *
count_label (guint       count,
             const char *label)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  return g_markup_printf_escaped ("<b>%s</b> %s", number, label);
}

static void
write_beyond (CoalitionSummary *self,
              CoalitionFlow    *flow)
{
  const CoalitionFindings *findings = self->findings;
  CoalitionFigureShare *share;
  g_autofree char *ties = NULL;
  g_autofree char *parties = NULL;
  g_autofree char *text = NULL;

  if (findings->n_active == 0)
    {
      write_claim (flow, _("No ties are active yet."),
                   _("Nobody on the map is noted as working together at the moment."), NULL, 0, NULL, NULL);
      return;
    }
  if (findings->us < 0)
    {
      text = g_strdup_printf (ngettext ("There is %u active tie, opposition left aside. Choose our organization to see "
                                        "what goes on beyond it.",
                                        "There are %u active ties, opposition left aside. Choose our organization to see "
                                        "what goes on beyond it.", findings->n_active), findings->n_active);
      write_claim (flow, _("Nobody is marked as ourselves."), text, NULL, 0, NULL, NULL);
      return;
    }

  ties = g_strdup_printf (ngettext ("Opposition left aside, there is %u active tie;", "Opposition left aside, there are %u active ties;",
                                    findings->n_active), findings->n_active);
  if (findings->n_connected == findings->n_others)
    parties = g_strdup_printf (ngettext ("Our only partner", "All %u parties", findings->n_others), findings->n_others);
  else
    parties = g_strdup_printf (ngettext ("%u of the %u party", "%u of the %u parties", findings->n_others),
                               findings->n_connected, findings->n_others);
  if (findings->n_beyond == 0)
    /* Translators: "There are 33 active ties;" all of them … */
    text = g_strdup_printf (_("%s all of them pass through us. Nobody would still be connected if we stepped out."), ties);
  else
    /* Translators: "There are 33 active ties;" "23" of them do not touch us. "20 of the 22 parties" would … */
    text = g_strdup_printf (_("%s %u of them do not pass through us. %s would still be connected to somebody if we stepped out."),
                            ties, findings->n_beyond, parties);
  share = g_new0 (CoalitionFigureShare, 1);
  share->title = g_strdup (_("Active ties"));
  share->part = findings->n_beyond;
  share->whole = findings->n_active;
  share->part_label = count_label (findings->n_beyond, _("between others"));
  share->rest_label = count_label (findings->n_active - findings->n_beyond, _("ours"));
  write_claim (flow, findings->n_beyond * 2 >= findings->n_active ? _("The work goes on without us.") : _("Most of it still passes through us."),
               text, coalition_figure_share, coalition_figure_share_height (), share, coalition_figure_share_free);
}

static void
write_busiest (CoalitionSummary *self,
               CoalitionFlow    *flow)
{
  const CoalitionFindings *findings = self->findings;
  guint n_parties = findings->n_others + (findings->us >= 0);
  CoalitionFigureBars *bars;
  const guint *order = findings->order;
  gboolean we_lead = n_parties > 0 && (int) order[0] == findings->us;
  g_autofree char *claim = NULL;
  g_autofree char *text = NULL;
  guint n_busy = 0;

  while (n_busy < n_parties && n_busy < COALITION_FIGURE_BARS && findings->ties[order[n_busy]] > 0)
    n_busy++;
  if (n_busy < 2)
    return;

  if (we_lead)
    {
      guint ours = findings->ties[order[0]];

      claim = g_strdup (ours > findings->ties[order[1]] ? _("We are still the busiest.") : _("We share the first place."));
      if (n_busy > 2)
        text = g_strdup_printf (ngettext ("We hold %u active tie; the next busiest are %s with %u and %s with %u.",
                                          "We hold %u active ties; the next busiest are %s with %u and %s with %u.", ours),
                                ours, name_of (self, order[1]), findings->ties[order[1]], name_of (self, order[2]),
                                findings->ties[order[2]]);
      else
        text = g_strdup_printf (ngettext ("We hold %u active tie; the next busiest is %s with %u.",
                                          "We hold %u active ties; the next busiest is %s with %u.", ours),
                                ours, name_of (self, order[1]), findings->ties[order[1]]);
    }
  else
    {
      claim = g_strdup_printf (findings->us >= 0 ? _("%s is busier than we are.") : _("%s is the busiest."), name_of (self, order[0]));
      text = g_strdup_printf (_("It holds %u active ties; next comes %s with %u."), findings->ties[order[0]],
                              (int) order[1] == findings->us ? _("our organization") : name_of (self, order[1]),
                              findings->ties[order[1]]);
    }
  bars = g_new0 (CoalitionFigureBars, 1);
  bars->title = g_strdup (_("Active ties of the busiest"));
  bars->n_bars = n_busy;
  for (guint i = 0; i < n_busy; i++)
    {
      bars->solid[i] = (int) order[i] == findings->us;
      bars->labels[i] = g_strdup (bars->solid[i] ? _("We") : name_of (self, order[i]));
      bars->values[i] = findings->ties[order[i]];
    }
  write_claim (flow, claim, text, coalition_figure_bars, coalition_figure_bars_height (bars), bars, coalition_figure_bars_free);
}

/* The names of affected groups that we do not reach, as far as a sentence can hold them. */
static char *
dup_unreached (CoalitionSummary *self)
{
  const CoalitionFindings *findings = self->findings;
  const CoalitionNetworkParty *parties;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  guint n_parties;
  guint n_named = 0;

  parties = coalition_network_get_parties (self->network, &n_parties);
  for (guint i = 0; i < n_parties && n_named < MOST_NAMES; i++)
    {
      if (parties[i].level != COALITION_LEVEL_AFFECTED || (int) i == findings->us || findings->reach[i] != COALITION_REACH_NOT)
        continue;
      g_strv_builder_add (builder, parties[i].name);
      n_named++;
    }
  if (findings->n_reached[COALITION_REACH_NOT] > n_named)
    {
      guint more = findings->n_reached[COALITION_REACH_NOT] - n_named;
      g_autofree char *others = g_strdup_printf (ngettext ("%u more", "%u more", more), more);

      g_strv_builder_add (builder, others);
    }
  names = g_strv_builder_end (builder);
  joined = coalition_summary_join_names ((const char *const *) names);

  /* Translators: %s is a row of names */
  return g_strdup_printf (_("Not reached yet: %s."), joined);
}

static void
write_reach (CoalitionSummary *self,
             CoalitionFlow    *flow)
{
  const CoalitionFindings *findings = self->findings;
  const guint *reached = findings->n_reached;
  CoalitionFigureCircles *circles;
  g_autofree char *claim = NULL;
  g_autofree char *unreached = NULL;
  g_autofree char *direct = NULL;
  g_autofree char *through = NULL;
  g_autofree char *text = NULL;
  guint n_not = reached[COALITION_REACH_NOT];
  guint n_through = reached[COALITION_REACH_THROUGH];

  if (findings->us < 0)
    return;
  if (findings->n_affected == 0)
    {
      write_claim (flow, _("The people concerned are missing."), _("No group of people directly affected is on the map yet."),
                   NULL, 0, NULL, NULL);
      return;
    }

  claim = n_not == 0 ? g_strdup (_("Every affected group is within reach."))
                     : g_strdup_printf (ngettext ("Out of reach: %u affected group.", "Out of reach: %u affected groups.", n_not), n_not);
  unreached = n_not > 0 ? dup_unreached (self) : g_strdup ("");
  direct = g_strdup_printf (ngettext ("Of %u affected group we can speak with %u directly.",
                                      "Of %u affected groups we can speak with %u directly.", findings->n_affected),
                            findings->n_affected, reached[COALITION_REACH_DIRECT]);
  if (n_through > 0 && self->partner_copy)
    through = g_strdup_printf (ngettext ("%u has a tie to somebody with whom we have one.",
                                         "%u have a tie to somebody with whom we have one.", n_through), n_through);
  else if (n_through > 0)
    through = g_strdup_printf (ngettext ("%u can be reached through somebody they trust.",
                                         "%u can be reached through somebody they trust.", n_through), n_through);
  text = g_strjoin (" ", direct, through != NULL ? through : unreached, through != NULL ? unreached : NULL, NULL);
  circles = g_new0 (CoalitionFigureCircles, 1);
  circles->title = g_strdup (_("Affected groups"));
  circles->counts[0] = reached[COALITION_REACH_DIRECT];
  circles->counts[1] = reached[COALITION_REACH_THROUGH];
  circles->counts[2] = n_not;
  circles->labels[0] = count_label (circles->counts[0], _("directly"));
  circles->labels[1] = count_label (circles->counts[1], self->partner_copy ? _("through others") : _("through trust"));
  circles->labels[2] = count_label (circles->counts[2], _("not yet"));
  write_claim (flow, claim, g_strchomp (text), coalition_figure_circles, coalition_figure_circles_height (), circles,
               coalition_figure_circles_free);
}

/* What should have been done by now, with how late the first of it is. */
static void
write_late (CoalitionSummary *self,
            CoalitionFlow    *flow)
{
  g_autoptr (GPtrArray) list = coalition_summary_list_due (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *text = NULL;
  guint n_late = 0;

  while (n_late < list->len && ((CoalitionSummaryDue *) list->pdata[n_late])->days < 0)
    n_late++;
  if (n_late == 0)
    return;

  for (guint i = 0; i < MIN (n_late, MOST_NAMES); i++)
    {
      CoalitionSummaryDue *due = list->pdata[i];
      g_autofree char *late = coalition_summary_format_late (due->days);
      /* Translators: what was due, and how late it is */
      g_autofree char *name = g_strdup_printf (C_("late", "%s (%s)"), due->what, late);

      g_strv_builder_add (builder, name);
    }
  if (n_late > MOST_NAMES)
    {
      g_autofree char *others = g_strdup_printf (ngettext ("%u more", "%u more", n_late - MOST_NAMES), n_late - MOST_NAMES);

      g_strv_builder_add (builder, others);
    }
  names = g_strv_builder_end (builder);
  joined = coalition_summary_join_names ((const char *const *) names);
  claim = g_strdup_printf (ngettext ("Late: %u thing.", "Late: %u things.", n_late), n_late);
  text = g_strdup_printf ("%s.", joined);
  write_claim (flow, claim, text, NULL, 0, NULL, NULL);
}

/**
 * coalition_summary_write_short:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes "In short".
 */
void
coalition_summary_write_short (CoalitionSummary *self,
                               CoalitionFlow    *flow)
{
  coalition_flow_heading (flow, _("In short"), NULL);
  if (self->findings->n_others == 0)
    {
      coalition_flow_paragraph (flow, COALITION_TEXT_LEAD, self->findings->us >= 0 ? _("There is nobody on the map yet but ourselves.") : _("There is nobody on the map yet."), FALSE);
      return;
    }
  write_beyond (self, flow);
  write_busiest (self, flow);
  write_reach (self, flow);
  write_late (self, flow);
}
