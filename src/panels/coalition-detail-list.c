/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-detail-list.h"

#include "coalition-clock.h"
#include "coalition-detail-row.h"
#include "coalition-draft-row.h"
#include "coalition-picker.h"

#include <glib/gi18n-lib.h>

/* So many of a long list are shown, the newest, and so many more each time that more are wanted. */
#define STEP 30

/**
 * CoalitionDetailList:
 *
 * The records of one kind that belong to a record, or are linked to it: seen in two lines each, opened, added and deleted
 * in place. It knows nothing of the kind but its description.
 */
struct _CoalitionDetailList
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *owner;
  const CoalitionDetailSpec *spec;
  CoalitionInspectorGroup *group;
  GtkListBox *list;
  GtkLabel *hint;
  GtkWidget *draft;
  GtkWidget *more;
  guint limit;
};

G_DEFINE_FINAL_TYPE (CoalitionDetailList, coalition_detail_list, GTK_TYPE_BOX)

static void
remove_draft (CoalitionDetailList *self)
{
  if (self->draft == NULL)
    return;
  gtk_box_remove (GTK_BOX (self), self->draft);
  self->draft = NULL;
}

/* The field of a link that names the record which the list shows. */
static const char *
get_through_field (const CoalitionDetailSpec *spec)
{
  for (guint i = 0; i < spec->through->n_fields; i++)
    if (spec->through->fields[i].type == COALITION_FIELD_REFERENCE && g_str_equal (spec->through->fields[i].target, spec->kind->name))
      return spec->through->fields[i].name;

  g_return_val_if_reached (NULL);
}

static GPtrArray *
list_records (CoalitionDetailList *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const CoalitionDetailSpec *spec = self->spec;
  const char *owner = coalition_record_get_id (self->owner);
  g_autoptr (GPtrArray) links = NULL;
  GPtrArray *records;

  if (spec->through == NULL)
    return coalition_campaign_get_referring (campaign, spec->kind, spec->link, owner);
  links = coalition_campaign_get_referring (campaign, spec->through, spec->link, owner);
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *record = coalition_campaign_get_record (campaign, spec->kind,
                                                               coalition_record_get_text (links->pdata[i], get_through_field (spec)));

      if (record != NULL && !g_ptr_array_find (records, record, NULL))
        g_ptr_array_add (records, g_object_ref (record));
    }

  return records;
}

/* The newest first; what has no date last. */
static int
compare_stamps (CoalitionRecord           *a,
                CoalitionRecord           *b,
                const CoalitionDetailSpec *spec)
{
  const char *x = coalition_record_get_text (a, spec->stamp), *y = coalition_record_get_text (b, spec->stamp);

  return (x == NULL) != (y == NULL) ? (x == NULL) - (y == NULL) : g_strcmp0 (y, x);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       data)
{
  return compare_stamps (coalition_detail_row_get_record (COALITION_DETAIL_ROW (a)),
                         coalition_detail_row_get_record (COALITION_DETAIL_ROW (b)), data);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  return compare_stamps (*(CoalitionRecord **) a, *(CoalitionRecord **) b, data);
}

/* Leaves what is shown of a long list: the newest by their date, or what was entered last. */
static void
shorten (CoalitionDetailList *self,
         GPtrArray           *records)
{
  guint rest = records->len > self->limit ? records->len - self->limit : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", rest), rest);

  gtk_button_set_label (GTK_BUTTON (self->more), text);
  gtk_widget_set_visible (self->more, rest > 0);
  if (rest == 0)
    return;
  if (self->spec->stamp != NULL)
    {
      g_ptr_array_sort_with_data (records, compare_records, (gpointer) self->spec);
      g_ptr_array_set_size (records, self->limit);
    }
  else
    g_ptr_array_remove_range (records, 0, rest);
}

static void
refresh (CoalitionDetailList *self)
{
  const char *skip[] = { self->spec->link, NULL };
  g_autoptr (GPtrArray) records = NULL;
  GtkListBoxRow *row;
  guint i = 0, total;

  if (coalition_session_get_campaign (self->session) == NULL)
    return;
  records = list_records (self);
  total = records->len;
  shorten (self, records);
  /* Rows of records that stay are kept, for one of them may be open and edited just now. */
  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    {
      CoalitionRecord *record = coalition_detail_row_get_record (COALITION_DETAIL_ROW (row));

      if (g_ptr_array_find (records, record, NULL))
        {
          coalition_detail_row_refresh (COALITION_DETAIL_ROW (row));
          g_ptr_array_remove (records, record);
          i++;
        }
      else
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  for (guint j = 0; j < records->len; j++, i++)
    gtk_list_box_append (self->list, GTK_WIDGET (coalition_detail_row_new (self->session, records->pdata[j], skip)));
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), i > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), i == 0 && self->draft == NULL);
  coalition_inspector_group_set_count (self->group, total);
}

static void
link_to_owner (CoalitionDetailList *self,
               CoalitionCommand    *command,
               const char          *id)
{
  const CoalitionDetailSpec *spec = self->spec;
  const char *link;

  if (spec->through == NULL)
    {
      coalition_command_set_text (command, spec->kind, id, spec->link, coalition_record_get_id (self->owner));
      return;
    }
  link = coalition_command_insert (command, spec->through, NULL);
  coalition_command_set_text (command, spec->through, link, get_through_field (spec), id);
  coalition_command_set_text (command, spec->through, link, spec->link, coalition_record_get_id (self->owner));
}

/* Whether something picked is in the list already; who left may come again. */
static gboolean
is_listed (CoalitionDetailList *self,
           const char          *key)
{
  g_autoptr (GPtrArray) records = list_records (self);

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (coalition_record_get_text (records->pdata[i], self->spec->pick), key) == 0
        && (self->spec->kind != &coalition_kind_forum_member || coalition_record_get_text (records->pdata[i], "until") == NULL))
      return TRUE;

  return FALSE;
}

/* Words that are no record yet become one in the same command. */
static void
picked_cb (CoalitionDetailList *self,
           const char          *key,
           const char          *words)
{
  const CoalitionKind *kind = self->spec->kind;
  const CoalitionKind *target = coalition_kinds_find (coalition_kind_find_field (kind, self->spec->pick)->target);
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autofree char *title = coalition_campaign_dup_title (campaign, self->owner);
  g_autoptr (CoalitionCommand) command = NULL;
  CoalitionRecord *picked = coalition_campaign_get_record (campaign, target, key);
  const char *id;

  if ((picked == NULL && words == NULL) || (picked != NULL && is_listed (self, key)))
    return;
  command = coalition_command_new (N_("Add %s to %s"), picked != NULL ? coalition_record_get_title (picked) : words, title, NULL);
  if (picked == NULL)
    {
      key = coalition_command_insert (command, target, NULL);
      coalition_command_set_text (command, target, key, target->title, words);
      if (target == &coalition_kind_party)
        coalition_session_place_party (self->session, command, key, words, NULL);
    }
  id = coalition_command_insert (command, kind, NULL);
  coalition_command_set_text (command, kind, id, self->spec->pick, key);
  link_to_owner (self, command, id);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
add_all_cb (CoalitionDetailList *self)
{
  self->spec->add_all (self->session, self->owner);
}

static void
accepted_cb (CoalitionDetailList *self)
{
  CoalitionForm *form = coalition_draft_row_get_form (COALITION_DRAFT_ROW (self->draft));
  const CoalitionKind *kind = self->spec->kind;
  g_autofree char *title = coalition_campaign_dup_title (coalition_session_get_campaign (self->session), self->owner);
  /* TRANSLATORS: a kind of detail, such as "Contact detail", and the name of what it belongs to */
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Add %s to %s"), _(kind->label), title, NULL);
  const char *id = coalition_form_insert (form, command);

  if (id == NULL)
    return;
  link_to_owner (self, command, id);
  if (self->spec->stamp != NULL && !(coalition_kind_find_field (kind, self->spec->stamp)->flags & COALITION_FIELD_FIRST))
    {
      g_autofree char *today = coalition_clock_today ();

      coalition_command_set_text (command, kind, id, self->spec->stamp, today);
    }
  remove_draft (self);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

/* Rows stay in the order of entry only if they are made in it. */
static void
more_cb (CoalitionDetailList *self)
{
  GtkWidget *row;

  self->limit += STEP;
  while (self->spec->stamp == NULL && (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    {
      coalition_forms_commit (row);
      gtk_list_box_remove (self->list, row);
    }
  refresh (self);
}

static void
dismissed_cb (CoalitionDetailList *self)
{
  remove_draft (self);
  refresh (self);
}

static void
add_cb (CoalitionDetailList *self)
{
  const char *skip[] = { self->spec->link, NULL };
  CoalitionForm *form;

  if (self->draft == NULL)
    {
      g_autofree char *today = coalition_clock_today ();

      form = coalition_form_new_draft (self->session, self->spec->kind, skip);
      if (self->spec->stamp != NULL)
        coalition_form_set_text (form, self->spec->stamp, today);
      self->draft = GTK_WIDGET (coalition_draft_row_new (form));
      gtk_widget_add_css_class (self->draft, "card");
      g_signal_connect_object (self->draft, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->draft, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), self->draft);
      refresh (self);
    }
  coalition_form_focus (coalition_draft_row_get_form (COALITION_DRAFT_ROW (self->draft)));
}

static void
coalition_detail_list_dispose (GObject *object)
{
  CoalitionDetailList *self = COALITION_DETAIL_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->owner);
  G_OBJECT_CLASS (coalition_detail_list_parent_class)->dispose (object);
}

static void
coalition_detail_list_class_init (CoalitionDetailListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_detail_list_dispose;
}

static void
coalition_detail_list_init (CoalitionDetailList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
build_buttons (CoalitionDetailList *self)
{
  const CoalitionDetailSpec *spec = self->spec;
  g_autofree char *tooltip = g_strdup_printf (_("Add: %s"), _(spec->kind->label));
  CoalitionPicker *picker;

  if (spec->add_all != NULL)
    coalition_inspector_group_add_button (self->group, "coalition-all-symbolic", _(spec->add_all_label), G_CALLBACK (add_all_cb), self);
  if (spec->pick == NULL)
    {
      coalition_inspector_group_add_button (self->group, "list-add-symbolic", tooltip, G_CALLBACK (add_cb), self);
      return;
    }
  picker = coalition_picker_new_for_kind (self->session, coalition_kinds_find (coalition_kind_find_field (spec->kind, spec->pick)->target),
                                          _(spec->pick_label));
  coalition_picker_set_icon (picker, "list-add-symbolic", _(spec->pick_label));
  coalition_picker_set_clearable (picker, FALSE);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (self->group, GTK_WIDGET (picker));
}

/**
 * coalition_detail_list_new:
 * @session: the session
 * @owner: the record that owns
 * @spec: what is listed
 *
 * Makes a list that follows the campaign.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
coalition_detail_list_new (CoalitionSession          *session,
                           CoalitionRecord           *owner,
                           const CoalitionDetailSpec *spec)
{
  CoalitionDetailList *self = g_object_new (COALITION_TYPE_DETAIL_LIST, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  self->session = g_object_ref (session);
  self->owner = g_object_ref (owner);
  self->spec = spec;
  self->group = coalition_inspector_group_new (_(spec->title));
  build_buttons (self);
  self->hint = GTK_LABEL (gtk_label_new (_(spec->hint)));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "hint");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  if (spec->stamp != NULL)
    gtk_list_box_set_sort_func (self->list, compare_rows, (gpointer) spec, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(spec->title), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hint));
  self->limit = STEP;
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->more);
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
