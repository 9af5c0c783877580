/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-inspector-group.h"
#include "coalition-inspector-head.h"
#include "coalition-link-row.h"
#include "coalition-page.h"
#include "coalition-shape.h"
#include "coalition-tie-sample.h"

#include <glib/gi18n-lib.h>

/* So many of a large selection are listed by name. */
#define LISTED 50

/* What can be done with several records at once. The session holds the selection, so that is all that is handed on. */

static void
tie_cb (CoalitionSession *session)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);
  g_autofree char *id = NULL;

  if (parties->len == 2)
    id = coalition_session_add_tie (session, coalition_record_get_id (parties->pdata[0]),
                                    coalition_record_get_id (parties->pdata[1]), NULL);
}

static void
pin (CoalitionSession *session,
     gboolean          pinned)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  CoalitionRecord *view = coalition_campaign_get_view (campaign);
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);
  g_autofree char *count = g_strdup_printf ("%u", parties->len);
  g_autoptr (CoalitionCommand) command = coalition_command_new (pinned ? N_("Pin %s parties") : N_("Unpin %s parties"), count, NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      const char *id = coalition_record_get_id (parties->pdata[i]);
      CoalitionRecord *position = coalition_campaign_get_position (campaign, id);
      double x, y;

      if (position == NULL || !coalition_record_get_real (position, "x", &x) || !coalition_record_get_real (position, "y", &y) ||
          coalition_record_get_boolean (position, "pinned") == pinned)
        continue;
      coalition_command_set_position (command, coalition_record_get_id (view), id, x, y, pinned);
    }
  coalition_session_run (session, g_steal_pointer (&command), NULL);
}

static void
pin_cb (CoalitionSession *session)
{
  pin (session, TRUE);
}

static void
unpin_cb (CoalitionSession *session)
{
  pin (session, FALSE);
}

static void
agreement_cb (CoalitionSession *session)
{
  g_autofree char *id = coalition_session_add (session, &coalition_kind_agreement, _("New agreement"));

  g_object_set (session, "panel", "agreements", NULL);
}

static void
add_button (GtkWidget        *box,
            CoalitionSession *session,
            const char       *label,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, session, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
build_list (CoalitionSession *session,
            GPtrArray        *records)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < MIN (records->len, LISTED); i++)
    {
      g_autofree char *title = coalition_campaign_dup_title (campaign, records->pdata[i]);
      GtkWidget *prefix;

      if (coalition_record_is (records->pdata[i], &coalition_kind_party))
        {
          prefix = coalition_shape_new (22);
          coalition_shape_set_party (COALITION_SHAPE (prefix), session, records->pdata[i]);
        }
      else
        {
          prefix = coalition_tie_sample_new ();
          coalition_tie_sample_set_tie (COALITION_TIE_SAMPLE (prefix), records->pdata[i], TRUE);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), coalition_link_row_new (session, records->pdata[i], prefix, title, NULL));
    }

  return list;
}

/**
 * coalition_several_page_new:
 * @session: the session
 * @records: (element-type CoalitionRecord): parties and ties, two or more
 *
 * Makes the inspector of several records.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
coalition_several_page_new (CoalitionSession *session,
                            GPtrArray        *records)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gtk_image_new_from_icon_name ("coalition-parties-symbolic");
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  CoalitionInspectorHead *head;
  g_autofree char *title = NULL, *caption = NULL;
  guint parties = 0, ties;

  for (guint i = 0; i < records->len; i++)
    parties += coalition_record_is (records->pdata[i], &coalition_kind_party);
  ties = records->len - parties;
  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);
  title = g_strdup_printf (ngettext ("%u selected", "%u selected", records->len), records->len);
  if (parties > 0 && ties > 0)
    {
      g_autofree char *a = g_strdup_printf (ngettext ("%u party", "%u parties", parties), parties);
      g_autofree char *b = g_strdup_printf (ngettext ("%u tie", "%u ties", ties), ties);

      caption = g_strdup_printf ("%s · %s", a, b);
    }
  else
    caption = parties > 0 ? g_strdup_printf (ngettext ("%u party", "%u parties", parties), parties)
                          : g_strdup_printf (ngettext ("%u tie", "%u ties", ties), ties);
  head = coalition_inspector_head_new (session, NULL, image);
  coalition_inspector_head_set_title (head, title);
  coalition_inspector_head_set_caption (head, caption);
  gtk_widget_add_css_class (page, "panel-body");
  gtk_widget_add_css_class (page, "several");
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (head));

  if (parties == 2)
    add_button (buttons, session, _("_Tie the Two"), G_CALLBACK (tie_cb));
  if (parties > 1)
    add_button (buttons, session, _("New _Agreement Between Them"), G_CALLBACK (agreement_cb));
  if (parties > 0)
    {
      add_button (buttons, session, _("_Pin Where They Are"), G_CALLBACK (pin_cb));
      add_button (buttons, session, _("_Unpin"), G_CALLBACK (unpin_cb));
    }
  add_button (buttons, session, _("_Delete"), G_CALLBACK (coalition_session_delete_selected));
  gtk_widget_add_css_class (gtk_widget_get_last_child (buttons), "error");
  gtk_box_append (GTK_BOX (page), buttons);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (coalition_inspector_group_new (_("Selected"))));
  gtk_box_append (GTK_BOX (page), build_list (session, records));

  return page;
}
