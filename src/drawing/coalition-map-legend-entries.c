/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-legend.h"

#include <glib/gi18n-lib.h>

/* What the legend names: what is on this map and nothing else. */

typedef struct {
  gboolean levels[3];
  gboolean us;
  gboolean groups;
  CoalitionPartyMarks marks;
  guint *classes; /* parties of each, then those of none */
  int largest;    /* party, or -1 */
  int smallest;
  gboolean size_unknown;
  gboolean families[5];
  gboolean plain; /* a tie without end marks */
  gboolean statuses[4];
  gboolean strengths[5];
  gboolean joined;
  gboolean agreements;
  gboolean numbers;
  gboolean outlines;
  gboolean hubs;
  gboolean times[3];
} Found;

static void
look_at_size (CoalitionMap *self,
              Found        *found,
              guint         party)
{
  double size = coalition_encoding_get_size (self->encoding, party);

  if (size < 0)
    {
      found->size_unknown = TRUE;
      return;
    }
  if (found->largest < 0 || size > coalition_encoding_get_size (self->encoding, (guint) found->largest))
    found->largest = (int) party;
  if (found->smallest < 0 || size < coalition_encoding_get_size (self->encoding, (guint) found->smallest))
    found->smallest = (int) party;
}

static void
look_at_parties (CoalitionMap *self,
                 Found        *found)
{
  for (guint i = 0; i < self->n_parties; i++)
    {
      const CoalitionNetworkParty *party = &self->parties[i];

      if (coalition_map_party_is_absent (self, i))
        continue;
      if (party->marks & COALITION_MARK_US)
        found->us = TRUE;
      else
        found->levels[party->level] = TRUE;
      found->marks |= party->marks;
      found->groups |= party->members > 0;
      if (self->paints)
        {
          int class = coalition_encoding_get_class (self->encoding, i);

          found->classes[class >= 0 && (guint) class < self->n_classes ? (guint) class : self->n_classes]++;
        }
      if (self->figures[i].grow > 0)
        look_at_size (self, found, i);
    }
}

static void
look_at_ties (CoalitionMap *self,
              Found        *found)
{
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];

      if (self->lines[i].hidden)
        continue;
      if (coalition_map_tie_is_plain (tie))
        found->plain = TRUE;
      else
        found->families[tie->family] = TRUE;
      if (tie->time != COALITION_TIME_GONE)
        found->statuses[tie->status] = TRUE;
      found->strengths[CLAMP (tie->strength, 1, 4)] = TRUE;
      found->joined |= tie->joined > 1;
      found->times[tie->time] = TRUE;
      if (self->lines[i].numbers)
        found->numbers |= self->lines[i].numbers->len > 0;
      else
        found->agreements |= self->lines[i].badge;
    }
}

static void
look_at_forums (CoalitionMap *self,
                Found        *found)
{
  for (guint i = 0; i < self->n_forums; i++)
    {
      if (!coalition_map_forum_update (self, i))
        continue;
      if (coalition_map_forum_is_hub (self, i))
        found->hubs = TRUE;
      else
        found->outlines = TRUE;
      found->times[self->forums[i].time] = TRUE;
    }
}

static void
clear_entry (CoalitionMapEntry *entry)
{
  g_free (entry->text);
}

static void
add (CoalitionMapLegend    *legend,
     CoalitionMapSection    section,
     CoalitionMapEntryType  type,
     int                    value,
     const char            *text)
{
  CoalitionMapEntry entry = { .type = type, .value = value, .text = g_strdup (text) };

  g_array_append_val (legend->sections[section], entry);
}

static void
add_parties (CoalitionMapLegend *legend,
             const Found        *found)
{
  static const CoalitionMapSection section = COALITION_MAP_SECTION_PARTIES;

  if (found->levels[COALITION_LEVEL_AFFECTED])
    add (legend, section, COALITION_MAP_ENTRY_LEVEL, COALITION_LEVEL_AFFECTED, _("Affected people"));
  if (found->levels[COALITION_LEVEL_CONNECTOR])
    add (legend, section, COALITION_MAP_ENTRY_LEVEL, COALITION_LEVEL_CONNECTOR, _("Connectors"));
  if (found->levels[COALITION_LEVEL_ORGANIZATION])
    add (legend, section, COALITION_MAP_ENTRY_LEVEL, COALITION_LEVEL_ORGANIZATION, _("Organizations"));
  if (found->us)
    add (legend, section, COALITION_MAP_ENTRY_US, 0, _("Our organization"));
  if (found->groups)
    /* Translators: a shape that stands for several parties */
    add (legend, section, COALITION_MAP_ENTRY_GROUP, 0, _("Group of parties"));
}

static void
add_classes (CoalitionMapLegend *legend,
             CoalitionMap       *self,
             const Found        *found)
{
  static const CoalitionMapSection section = COALITION_MAP_SECTION_CLASSES;
  const CoalitionColorClass *classes;
  g_autofree char *head = NULL;
  guint n_classes;

  if (!self->paints)
    return;
  classes = coalition_encoding_get_classes (self->encoding, &n_classes);
  /* Translators: heading in the legend; %s is what parties are colored by: "Kind", "Stance on Heat" */
  head = g_strdup_printf (_("Color: %s"), coalition_encoding_get_color_title (self->encoding));
  add (legend, section, COALITION_MAP_ENTRY_HEAD, 0, head);
  for (guint i = 0; i <= n_classes; i++)
    {
      /* Translators: a class of parties in the legend, and how many of them are on the map; both blanks do not break */
      g_autofree char *text = g_strdup_printf (_("%s\302\240·\302\240%u"), i < n_classes ? classes[i].label : _("Not known"), found->classes[i]);

      if (found->classes[i] > 0)
        add (legend, section, COALITION_MAP_ENTRY_CLASS, (int) i, text);
    }
}

static void
add_sizes (CoalitionMapLegend *legend,
           CoalitionMap       *self,
           const Found        *found)
{
  static const CoalitionMapSection section = COALITION_MAP_SECTION_SIZES;
  int examples[2] = { found->largest, found->smallest };
  g_autofree char *head = NULL;

  if (found->largest < 0 && !found->size_unknown)
    return;
  /* Translators: heading in the legend; %s is what parties are sized by: "Number of ties" */
  head = g_strdup_printf (_("Size: %s"), coalition_encoding_get_size_title (self->encoding));
  add (legend, section, COALITION_MAP_ENTRY_HEAD, 0, head);
  for (int i = 0; i < 2 && found->largest >= 0; i++)
    {
      CoalitionMapEntry entry = { .type = COALITION_MAP_ENTRY_SIZE };

      if (i == 1 && self->figures[found->smallest].grow == self->figures[found->largest].grow)
        break;
      entry.grow = self->figures[examples[i]].grow;
      entry.text = coalition_encoding_dup_size_text (self->encoding, (guint) examples[i]);
      if (!entry.text)
        entry.text = g_strdup (i == 0 ? _("Most") : _("Least"));
      g_array_append_val (legend->sections[section], entry);
    }
  if (found->size_unknown)
    {
      CoalitionMapEntry entry = { .type = COALITION_MAP_ENTRY_SIZE_UNKNOWN, .grow = coalition_map_grow (-1),
                                  .text = g_strdup (_("Not known")) };

      g_array_append_val (legend->sections[section], entry);
    }
}

static void
add_marks (CoalitionMapLegend *legend,
           const Found        *found)
{
  static const CoalitionMapSection section = COALITION_MAP_SECTION_MARKS;

  if (found->marks & COALITION_MARK_DECIDES)
    add (legend, section, COALITION_MAP_ENTRY_MARK, COALITION_MARK_DECIDES, _("Decision-maker"));
  if (found->marks & COALITION_MARK_GATEKEEPER)
    add (legend, section, COALITION_MAP_ENTRY_MARK, COALITION_MARK_GATEKEEPER, _("Gatekeeper"));
  if (found->marks & COALITION_MARK_OPEN_DIFFERENCE)
    add (legend, section, COALITION_MAP_ENTRY_MARK, COALITION_MARK_OPEN_DIFFERENCE, _("Open difference"));
  if (found->marks & COALITION_MARK_REVIEW_LATE)
    add (legend, section, COALITION_MAP_ENTRY_MARK, COALITION_MARK_REVIEW_LATE, _("Review overdue"));
}

static void
add_ties (CoalitionMapLegend *legend,
          const Found        *found)
{
  static const CoalitionMapSection section = COALITION_MAP_SECTION_TIES;
  int n_strengths = 0;

  if (found->plain)
    add (legend, section, COALITION_MAP_ENTRY_PLAIN, 0, _("Know each other"));
  if (found->families[COALITION_TIE_KNOWS])
    add (legend, section, COALITION_MAP_ENTRY_FAMILY, COALITION_TIE_KNOWS, _("Knows, refers, informs"));
  if (found->families[COALITION_TIE_WORKS])
    add (legend, section, COALITION_MAP_ENTRY_FAMILY, COALITION_TIE_WORKS, _("Works together"));
  if (found->families[COALITION_TIE_BELONGS])
    add (legend, section, COALITION_MAP_ENTRY_FAMILY, COALITION_TIE_BELONGS, _("Member of, serves"));
  if (found->families[COALITION_TIE_POWER])
    add (legend, section, COALITION_MAP_ENTRY_FAMILY, COALITION_TIE_POWER, _("Funds, influences"));
  if (found->families[COALITION_TIE_OPPOSES])
    add (legend, section, COALITION_MAP_ENTRY_FAMILY, COALITION_TIE_OPPOSES, _("Opposes"));
  if (found->statuses[COALITION_TIE_PROSPECTIVE])
    add (legend, section, COALITION_MAP_ENTRY_STATUS, COALITION_TIE_PROSPECTIVE, _("Prospective"));
  if (found->statuses[COALITION_TIE_DORMANT])
    add (legend, section, COALITION_MAP_ENTRY_STATUS, COALITION_TIE_DORMANT, _("Dormant"));
  for (int i = 1; i <= 4; i++)
    n_strengths += found->strengths[i];
  if (found->joined)
    add (legend, section, COALITION_MAP_ENTRY_STRENGTH, 0, _("Thicker: stronger, or several ties"));
  else if (n_strengths > 1)
    add (legend, section, COALITION_MAP_ENTRY_STRENGTH, 0, _("Thicker: stronger"));
}

static void
add_rest (CoalitionMapLegend *legend,
          const Found        *found)
{
  if (found->outlines)
    add (legend, COALITION_MAP_SECTION_FORUMS, COALITION_MAP_ENTRY_FORUM, 0, _("Forum"));
  if (found->hubs)
    add (legend, COALITION_MAP_SECTION_FORUMS, COALITION_MAP_ENTRY_HUB, 0,
         found->outlines ? _("Forum, as a hub") : _("Forum"));
  if (found->agreements)
    add (legend, COALITION_MAP_SECTION_AGREEMENTS, COALITION_MAP_ENTRY_AGREEMENT, 0, _("Agreement"));
  if (found->numbers)
    add (legend, COALITION_MAP_SECTION_AGREEMENTS, COALITION_MAP_ENTRY_NUMBER, 0, _("Agreement, by its number"));
  if (found->times[COALITION_TIME_APPEARED])
    add (legend, COALITION_MAP_SECTION_TIME, COALITION_MAP_ENTRY_TIME, COALITION_TIME_APPEARED, _("Appeared"));
  if (found->times[COALITION_TIME_GONE])
    add (legend, COALITION_MAP_SECTION_TIME, COALITION_MAP_ENTRY_TIME, COALITION_TIME_GONE, _("Gone"));
}

/*
 * coalition_map_legend_new:
 *
 * Looks over the map.
 *
 * Returns: (transfer full): what is on it
 */
CoalitionMapLegend *
coalition_map_legend_new (CoalitionMap *self)
{
  CoalitionMapLegend *legend = g_new0 (CoalitionMapLegend, 1);
  Found found = { .largest = -1, .smallest = -1 };

  for (int i = 0; i < COALITION_MAP_N_SECTIONS; i++)
    {
      legend->sections[i] = g_array_new (FALSE, FALSE, sizeof (CoalitionMapEntry));
      g_array_set_clear_func (legend->sections[i], (GDestroyNotify) clear_entry);
    }
  found.classes = g_new0 (guint, self->n_classes + 1);
  look_at_parties (self, &found);
  look_at_ties (self, &found);
  look_at_forums (self, &found);
  add_parties (legend, &found);
  add_classes (legend, self, &found);
  add_sizes (legend, self, &found);
  add_marks (legend, &found);
  add_ties (legend, &found);
  add_rest (legend, &found);
  g_free (found.classes);

  return legend;
}

/*
 * coalition_map_legend_free:
 *
 * Frees what coalition_map_legend_new() found.
 */
void
coalition_map_legend_free (CoalitionMapLegend *legend)
{
  for (int i = 0; i < COALITION_MAP_N_SECTIONS; i++)
    g_clear_pointer (&legend->sections[i], g_array_unref);
  g_free (legend);
}
