/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-history-dialog.h"

#include <glib/gi18n-lib.h>

/* Rows are made in portions: a campaign of years has thousands of entries, and the latest are those looked for. */
#define PORTION 200

/**
 * CoalitionHistoryDialog:
 *
 * Everything that was done to a campaign, the latest first: what, when and by whom.
 */
struct _CoalitionHistoryDialog
{
  AdwWindow parent_instance;

  GtkLabel *intro;
  GtkListBox *list;
  GtkWidget *more_button;

  GPtrArray *entries;
  guint shown;
};

G_DEFINE_FINAL_TYPE (CoalitionHistoryDialog, coalition_history_dialog, ADW_TYPE_WINDOW)

static char *
dup_when_and_who (const CoalitionHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (entry->time, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, _("%-d %b %Y, %H:%M")) : g_strdup (entry->time);

  if (entry->author == NULL || *entry->author == '\0')
    return g_steal_pointer (&when);

  /* Translators: a time, and by whom */
  return g_strdup_printf (C_("history", "%s · %s"), when, entry->author);
}

static void
more_cb (CoalitionHistoryDialog *self)
{
  guint end = MIN (self->shown + PORTION, self->entries->len);

  for (; self->shown < end; self->shown++)
    {
      const CoalitionHistoryEntry *entry = g_ptr_array_index (self->entries, self->shown);
      g_autofree char *below = dup_when_and_who (entry);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *what = gtk_label_new (entry->message);
      GtkWidget *when = gtk_label_new (below);

      gtk_label_set_xalign (GTK_LABEL (what), 0);
      gtk_label_set_wrap (GTK_LABEL (what), TRUE);
      gtk_widget_set_hexpand (what, TRUE);
      gtk_widget_add_css_class (when, "dim-label");
      gtk_widget_add_css_class (when, "numeric");
      gtk_box_append (GTK_BOX (box), what);
      gtk_box_append (GTK_BOX (box), when);
      gtk_list_box_append (self->list, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown > 0);
  gtk_widget_set_visible (self->more_button, self->shown < self->entries->len);
}

static void
coalition_history_dialog_finalize (GObject *object)
{
  CoalitionHistoryDialog *self = COALITION_HISTORY_DIALOG (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (coalition_history_dialog_parent_class)->finalize (object);
}

static void
coalition_history_dialog_class_init (CoalitionHistoryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = coalition_history_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionHistoryDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, CoalitionHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CoalitionHistoryDialog, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
coalition_history_dialog_init (CoalitionHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_history_dialog_new:
 * @parent: the window of the campaign
 * @campaign: whose history
 *
 * Makes the dialog; present it.
 *
 * Returns: (transfer none): a window that destroys itself when closed
 */
CoalitionHistoryDialog *
coalition_history_dialog_new (GtkWindow *parent, CoalitionCampaign *campaign)
{
  CoalitionHistoryDialog *self = g_object_new (COALITION_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->entries = coalition_campaign_get_history (campaign, &error);
  if (self->entries == NULL)
    {
      gtk_label_set_text (self->intro, error->message);
      return self;
    }
  if (self->entries->len == 0)
    {
      gtk_label_set_text (self->intro, _("Nothing has been done yet. Every edit will be listed here, and can be undone."));
      return self;
    }

  gtk_label_set_text (self->intro, _("The latest first. Ctrl+Z takes back one edit after another, also those of earlier days."));
  more_cb (self);

  return self;
}
