/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-issue-choice.h"

/**
 * coalition_issue_choice_list:
 * @campaign: a campaign
 * @whole: what the campaign as a whole is called here
 * @chosen: (nullable): id of the issue that is chosen, or %NULL for the campaign as a whole
 * @ids: (element-type utf8): where the ids go, in the order of the list, in place of what is in it; "" for the campaign as a
 *   whole; it must free its elements with g_free()
 * @selected: (out): the place of @chosen in the list; an issue that is gone counts as the campaign as a whole
 *
 * Lists what a stance may be taken on.
 *
 * Returns: (transfer full): the titles
 */
GtkStringList *
coalition_issue_choice_list (CoalitionCampaign *campaign,
                             const char        *whole,
                             const char        *chosen,
                             GPtrArray         *ids,
                             guint             *selected)
{
  GListModel *records = coalition_campaign_get_records (campaign, &coalition_kind_issue);
  GtkStringList *titles = gtk_string_list_new (NULL);

  *selected = 0;
  g_ptr_array_set_size (ids, 0);
  g_ptr_array_add (ids, g_strdup (""));
  gtk_string_list_append (titles, whole);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CoalitionRecord) issue = g_list_model_get_item (records, i);

      if (g_strcmp0 (coalition_record_get_id (issue), chosen) == 0)
        *selected = ids->len;
      g_ptr_array_add (ids, g_strdup (coalition_record_get_id (issue)));
      gtk_string_list_append (titles, coalition_record_get_title (issue));
    }

  return titles;
}
