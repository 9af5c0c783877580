/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-clock.h"
#include "coalition-field-text.h"
#include "coalition-inspector-group.h"
#include "coalition-inspector-head.h"
#include "coalition-inspector.h"
#include "coalition-link-row.h"
#include "coalition-merge-dialog.h"
#include "coalition-page.h"
#include "coalition-several-form.h"
#include "coalition-several-tags.h"
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
agreement_cb (CoalitionSession *session,
              GtkWidget        *button)
{
  g_autofree char *id = coalition_session_add (session, &coalition_kind_agreement, _("New agreement"));

  coalition_inspector_name_new (button, id);
  g_object_set (session, "panel", "agreements", NULL);
}

static void
forum_cb (CoalitionSession *session,
          GtkWidget        *button)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);
  g_autofree char *id = NULL;

  /* The panel shows what comes into its list, and with it the name to be changed. */
  g_object_set (session, "panel", "network", NULL);
  id = coalition_session_add_forum (session, _("New forum"), parties);
  coalition_inspector_name_new (button, id);
}

typedef struct
{
  CoalitionSession *session;
  char *id;
} Logged;

static void
logged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Logged *logged = data;
  CoalitionCampaign *campaign = COALITION_CAMPAIGN (source);
  g_autoptr (GError) error = NULL;
  CoalitionRecord *contact;

  if (!coalition_campaign_run_finish (campaign, result, &error))
    coalition_session_tell_error (logged->session, _("This could not be done"), error);
  contact = coalition_campaign_get_record (campaign, &coalition_kind_contact, logged->id);
  /* What was said is written down next. */
  if (contact != NULL && coalition_session_get_campaign (logged->session) == campaign)
    coalition_session_show (logged->session, contact);
  g_object_unref (logged->session);
  g_free (logged->id);
  g_free (logged);
}

static void
contact_cb (CoalitionSession *session)
{
  const CoalitionKind *link_kind = &coalition_kind_contact_party;
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);
  g_autofree char *today = coalition_clock_today ();
  g_autofree char *count = g_strdup_printf ("%u", parties->len);
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Log a contact with %s parties"), count, NULL);
  Logged *logged = g_new0 (Logged, 1);

  logged->session = g_object_ref (session);
  logged->id = g_strdup (coalition_command_insert (command, &coalition_kind_contact, NULL));
  coalition_command_set_text (command, &coalition_kind_contact, logged->id, "held_on", today);
  for (guint i = 0; i < parties->len; i++)
    {
      const char *link = coalition_command_insert (command, link_kind, NULL);

      coalition_command_set_text (command, link_kind, link, "contact", logged->id);
      coalition_command_set_text (command, link_kind, link, "party", coalition_record_get_id (parties->pdata[i]));
    }
  coalition_session_run_then (session, g_steal_pointer (&command), NULL, logged_cb, logged);
}

static void
duplicate_cb (CoalitionSession *session)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);

  coalition_session_duplicate (session, parties);
}

static void
merge_cb (GtkWidget *button,
          gpointer   session)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);

  coalition_merge_dialog_present (button, session, parties);
}

static GStrv
list_collapsed (CoalitionSession *session)
{
  CoalitionRecord *view = coalition_session_get_view (session);
  const char *text = view != NULL ? coalition_record_get_text (view, "collapsed") : NULL;

  return text != NULL ? coalition_groups_list_ids (text) : g_new0 (char *, 1);
}

/* The group in which the parties are that are selected, if they are all of it: it was selected on the map as one. */
static char *
find_group (CoalitionSession *session,
            GPtrArray        *parties)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  CoalitionRecord *view = coalition_session_get_view (session);
  const char *text = view != NULL ? coalition_record_get_text (view, "collapsed") : NULL;
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  g_autoptr (CoalitionNetwork) whole = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  if (text == NULL)
    return NULL;
  /* That which is shown has the groups in the place of their members. */
  whole = coalition_network_new (campaign);
  for (guint i = 0; i < parties->len; i++)
    g_hash_table_add (selected, GINT_TO_POINTER (coalition_network_find_party (whole, coalition_record_get_id (parties->pdata[i]))));
  groups = coalition_groups_parse (text, campaign, whole);
  for (guint i = 0; i < groups->len; i++)
    {
      CoalitionGroup *group = groups->pdata[i];
      guint n = 0;

      while (n < group->members->len && g_hash_table_contains (selected, GINT_TO_POINTER (g_array_index (group->members, guint, n))))
        n++;
      if (n > 0 && n == group->members->len && n == g_hash_table_size (selected))
        return g_strdup (group->id);
    }

  return NULL;
}

static void
collapse_cb (CoalitionSession *session)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);
  g_auto (GStrv) old = list_collapsed (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GString) chosen = g_string_new ("chosen:");

  for (guint i = 0; old[i] != NULL; i++)
    g_ptr_array_add (ids, old[i]);
  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (chosen, "%s%s", i > 0 ? "," : "", coalition_record_get_id (parties->pdata[i]));
  g_ptr_array_add (ids, chosen->str);
  g_ptr_array_add (ids, NULL);
  coalition_session_set_collapsed (session, (const char *const *) ids->pdata);
}

static void
expand_cb (GtkWidget *button,
           gpointer   session)
{
  const char *group = g_object_get_data (G_OBJECT (button), "group");
  g_auto (GStrv) old = list_collapsed (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], group))
      g_ptr_array_add (ids, old[i]);
  g_ptr_array_add (ids, NULL);
  coalition_session_set_collapsed (session, (const char *const *) ids->pdata);
}

/* Short words, that two stand beside each other; the tooltip says the rest. */
static GtkWidget *
add_button (GtkWidget  *box,
            const char *label,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_tooltip_text (button, tooltip);
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (box), child);

  return button;
}

static void
add_verb (GtkWidget        *box,
          CoalitionSession *session,
          const char       *label,
          const char       *tooltip,
          GCallback         callback)
{
  g_signal_connect_object (add_button (box, label, tooltip), "clicked", callback, session, G_CONNECT_SWAPPED);
}

static GtkWidget *
build_buttons (CoalitionSession *session,
               GPtrArray        *parties)
{
  GtkWidget *box = gtk_flow_box_new ();
  g_autofree char *group = parties->len > 1 ? find_group (session, parties) : NULL;
  GtkWidget *button;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What can be done with them"), -1);
  if (group != NULL)
    {
      button = add_button (box, _("E_xpand"), _("Show the parties of this group one by one"));
      gtk_widget_add_css_class (button, "suggested-action");
      g_object_set_data_full (G_OBJECT (button), "group", g_strdup (group), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (expand_cb), session, 0);
    }
  if (parties->len == 2)
    add_verb (box, session, _("_Tie the Two"), NULL, G_CALLBACK (tie_cb));
  if (parties->len > 1)
    {
      add_verb (box, session, _("New _Agreement"), _("Lay out an agreement between them"), G_CALLBACK (agreement_cb));
      add_verb (box, session, _("New _Forum"), _("Make them members of a new forum"), G_CALLBACK (forum_cb));
      add_verb (box, session, _("New C_ontact"), _("Log a conversation with all of them"), G_CALLBACK (contact_cb));
      button = add_button (box, _("_Merge…"), _("They are the same party: make them one"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (merge_cb), session, 0);
    }
  if (parties->len > 0)
    {
      add_verb (box, session, _("D_uplicate"), _("Add copies of them beside them"), G_CALLBACK (duplicate_cb));
      add_verb (box, session, _("_Pin"), _("Pin them where they are: no arrangement moves them"), G_CALLBACK (pin_cb));
      add_verb (box, session, _("Un_pin"), _("Let arrangements move them"), G_CALLBACK (unpin_cb));
    }
  if (parties->len > 1 && group == NULL)
    add_verb (box, session, _("_Collapse"), _("Show them as one group on the map"), G_CALLBACK (collapse_cb));
  button = add_button (box, _("_Delete"), NULL);
  gtk_widget_add_css_class (button, "error");
  g_signal_connect_object (button, "clicked", G_CALLBACK (coalition_session_delete_selected), session, G_CONNECT_SWAPPED);

  return box;
}

static void
append_fields (GtkWidget           *page,
               CoalitionSession    *session,
               const CoalitionKind *kind,
               GPtrArray           *records,
               gboolean             mixed)
{
  g_autofree char *title = mixed ? g_strdup_printf (_("%s: change all of them"), _(kind->label_plural)) : g_strdup (_("Change all of them"));

  if (records->len < 2)
    return;
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (coalition_inspector_group_new (title)));
  gtk_box_append (GTK_BOX (page), coalition_several_form_new (session, kind, records));
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
      g_autofree char *title = coalition_record_dup_headline (campaign, records->pdata[i]);
      GtkWidget *prefix;

      if (coalition_record_is (records->pdata[i], &coalition_kind_party))
        {
          prefix = coalition_shape_new (22);
          coalition_shape_set_party (COALITION_SHAPE (prefix), session, records->pdata[i]);
        }
      else if (!coalition_record_is (records->pdata[i], &coalition_kind_tie))
        {
          prefix = gtk_image_new_from_icon_name (coalition_record_is (records->pdata[i], &coalition_kind_forum) ? "coalition-network-symbolic"
                                                 : coalition_record_is (records->pdata[i], &coalition_kind_note) ? "coalition-memo-symbolic"
                                                                                                                 : "image-x-generic-symbolic");
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

static char *
dup_counts (guint parties,
            guint ties,
            guint others)
{
  GString *text = g_string_new (NULL);

  if (parties > 0)
    g_string_append_printf (text, ngettext ("%u party", "%u parties", parties), parties);
  if (ties > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u tie", "%u ties", ties), ties);
    }
  if (others > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u other", "%u others", others), others);
    }

  return g_string_free (text, FALSE);
}

/**
 * coalition_several_page_new:
 * @session: the session
 * @records: (element-type CoalitionRecord): what is selected, two records or more
 *
 * Makes the inspector of several records: verbs, the fields that they share, and their list.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
coalition_several_page_new (CoalitionSession *session,
                            GPtrArray        *records)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gtk_image_new_from_icon_name ("coalition-parties-symbolic");
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (session, &coalition_kind_party);
  g_autoptr (GPtrArray) ties = coalition_session_get_selected (session, &coalition_kind_tie);
  g_autofree char *title = g_strdup_printf (ngettext ("%u selected", "%u selected", records->len), records->len);
  g_autofree char *caption = dup_counts (parties->len, ties->len, records->len - parties->len - ties->len);
  CoalitionInspectorHead *head;
  gboolean mixed = parties->len > 1 && ties->len > 1;

  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);
  head = coalition_inspector_head_new (session, NULL, image);
  coalition_inspector_head_set_title (head, title);
  coalition_inspector_head_set_caption (head, caption);
  gtk_widget_add_css_class (page, "panel-body");
  gtk_widget_add_css_class (page, "several");
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (head));
  gtk_box_append (GTK_BOX (page), build_buttons (session, parties));
  append_fields (page, session, &coalition_kind_party, parties, mixed);
  if (parties->len > 1)
    gtk_box_append (GTK_BOX (page), coalition_several_tags_new (session, parties));
  append_fields (page, session, &coalition_kind_tie, ties, mixed);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (coalition_inspector_group_new (_("Selected"))));
  gtk_box_append (GTK_BOX (page), build_list (session, records));

  return page;
}
