/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-detail-row.h"

#include "coalition-detail-list.h"
#include "coalition-field-text.h"
#include "coalition-form.h"
#include "coalition-shape.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionDetailRow:
 *
 * A record in two lines, which opens in place to its form and its own details. They are made when first wanted.
 */
struct _CoalitionDetailRow
{
  GtkListBoxRow parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  GStrv skip;
  GtkBox *box;
  GtkWidget *toggle;
  GtkBox *columns;
  GtkWidget *shape; /* of the party that it tells of first, or NULL */
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *arrow;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (CoalitionDetailRow, coalition_detail_row, GTK_TYPE_LIST_BOX_ROW)

/* The party that a link leads to, if the list is not its own. */
static CoalitionRecord *
get_party (CoalitionDetailRow *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const CoalitionField *field = coalition_kind_find_field (coalition_record_get_kind (self->record), "party");

  if (field == NULL || !(field->flags & COALITION_FIELD_OWNER)
      || (self->skip != NULL && g_strv_contains ((const char *const *) self->skip, "party")))
    return NULL;

  return coalition_campaign_get_record (campaign, &coalition_kind_party, coalition_record_get_text (self->record, "party"));
}

static void
delete_cb (CoalitionDetailRow *self)
{
  coalition_session_delete (self->session, self->record);
}

static void
build_content (CoalitionDetailRow *self)
{
  GtkWidget *delete = gtk_button_new_with_mnemonic (_("_Delete"));
  CoalitionForm *form = coalition_form_new (self->session, self->record, NULL, (const char *const *) self->skip, COALITION_FORM_MORE);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->content, "detail-content");
  gtk_widget_set_halign (delete, GTK_ALIGN_END);
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_add_css_class (delete, "error");
  g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (form));
  coalition_details_append (GTK_BOX (self->content), self->session, self->record);
  gtk_box_append (GTK_BOX (self->content), delete);
  gtk_box_append (self->box, self->content);
}

static void
toggled_cb (CoalitionDetailRow *self)
{
  coalition_detail_row_set_expanded (self, self->content == NULL || !gtk_widget_get_visible (self->content));
}

static void
coalition_detail_row_dispose (GObject *object)
{
  CoalitionDetailRow *self = COALITION_DETAIL_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->skip, g_strfreev);
  G_OBJECT_CLASS (coalition_detail_row_parent_class)->dispose (object);
}

static gboolean
coalition_detail_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COALITION_DETAIL_ROW (widget)->toggle);
}

static void
coalition_detail_row_class_init (CoalitionDetailRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_detail_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = coalition_detail_row_grab_focus;
}

static void
coalition_detail_row_init (CoalitionDetailRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = i == 0 ? self->title : self->caption;

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (lines), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_box_append (self->columns, lines);
  gtk_box_append (self->columns, self->arrow);
  self->toggle = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->toggle), GTK_WIDGET (self->columns));
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_add_css_class (self->toggle, "wide");
  g_signal_connect_object (self->toggle, "clicked", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->toggle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_detail_row_new:
 * @session: the session
 * @record: a record
 * @skip: (nullable): names of fields that go without saying here, ends with %NULL
 *
 * Makes a closed row.
 *
 * Returns: (transfer floating): the row
 */
CoalitionDetailRow *
coalition_detail_row_new (CoalitionSession  *session,
                          CoalitionRecord   *record,
                          const char *const *skip)
{
  CoalitionDetailRow *self = g_object_new (COALITION_TYPE_DETAIL_ROW, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->skip = g_strdupv ((char **) skip);
  if (get_party (self) != NULL)
    {
      self->shape = coalition_shape_new (20);
      gtk_widget_set_valign (self->shape, GTK_ALIGN_CENTER);
      gtk_box_prepend (self->columns, self->shape);
    }
  coalition_detail_row_refresh (self);

  return self;
}

/**
 * coalition_detail_row_get_record:
 * @self: a row
 *
 * The record that it shows.
 *
 * Returns: (transfer none): the record
 */
CoalitionRecord *
coalition_detail_row_get_record (CoalitionDetailRow *self)
{
  return self->record;
}

/**
 * coalition_detail_row_refresh:
 * @self: a row
 *
 * Follows a change of the record or of one that it refers to.
 */
void
coalition_detail_row_refresh (CoalitionDetailRow *self)
{
  g_autofree char *title = NULL, *caption = NULL;

  coalition_record_summarize (coalition_session_get_campaign (self->session), self->record,
                              (const char *const *) self->skip, &title, &caption);
  if (self->shape != NULL && get_party (self) != NULL)
    coalition_shape_set_party (COALITION_SHAPE (self->shape), self->session, get_party (self));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, caption != NULL ? caption : "", -1);
}

/**
 * coalition_detail_row_set_expanded:
 * @self: a row
 * @expanded: whether its form is seen
 *
 * Opens or closes the row.
 */
void
coalition_detail_row_set_expanded (CoalitionDetailRow *self,
                                   gboolean            expanded)
{
  if (self->content == NULL && !expanded)
    return;
  if (self->content == NULL)
    build_content (self);
  if (!expanded)
    coalition_forms_commit (self->content);
  gtk_widget_set_visible (self->content, expanded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}
