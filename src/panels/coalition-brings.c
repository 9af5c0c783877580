/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-brings.h"

#include "coalition-draft-row.h"
#include "coalition-field-text.h"
#include "coalition-form.h"
#include "coalition-inspector-group.h"
#include "coalition-link-row.h"
#include "coalition-picker.h"
#include "coalition-shape.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionBrings:
 *
 * The parties of an agreement, and what each brings and gets, in two columns: help is given as well as received, and
 * an empty column is seen. A click on a contribution opens it in place.
 */
struct _CoalitionBrings
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *agreement;
  CoalitionInspectorGroup *group;
  GtkListBox *list;
  GtkWidget *hint;
  char *open;        /* id of the contribution whose form is open */
  char *draft_party; /* the party that gets a new contribution */
  const char *draft_direction;
  GtkWidget *draft;  /* its form; it outlives the rows, for someone may be typing into it */
};

G_DEFINE_FINAL_TYPE (CoalitionBrings, coalition_brings, GTK_TYPE_BOX)

static const char *const directions[] = { "brings", "gets" };
static const char *const given[] = { "agreement", "party", "direction", NULL };

static void refresh (CoalitionBrings *self);
static void accepted_cb (CoalitionBrings *self);
static void dismissed_cb (CoalitionBrings *self);

static CoalitionCampaign *
get_campaign (CoalitionBrings *self)
{
  return coalition_session_get_campaign (self->session);
}

static void
remove_draft (CoalitionBrings *self)
{
  if (self->draft != NULL && gtk_widget_get_parent (self->draft) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->draft)), self->draft);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->draft_party, g_free);
}

static void
open_cb (CoalitionBrings *self,
         GtkWidget       *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  gboolean close = g_strcmp0 (self->open, id) == 0;

  coalition_forms_commit (GTK_WIDGET (self->list));
  remove_draft (self);
  g_free (self->open);
  self->open = close ? NULL : g_strdup (id);
  refresh (self);
}

static void
add_cb (CoalitionBrings *self,
        GtkWidget       *button)
{
  CoalitionForm *form;

  coalition_forms_commit (GTK_WIDGET (self->list));
  g_clear_pointer (&self->open, g_free);
  remove_draft (self);
  self->draft_party = g_strdup (g_object_get_data (G_OBJECT (button), "id"));
  self->draft_direction = g_object_get_data (G_OBJECT (button), "direction");
  form = coalition_form_new_draft (self->session, &coalition_kind_contribution, given);
  self->draft = g_object_ref_sink (GTK_WIDGET (coalition_draft_row_new (form)));
  g_signal_connect_object (self->draft, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  coalition_form_focus (form);
}

static void
accepted_cb (CoalitionBrings *self)
{
  const CoalitionKind *kind = &coalition_kind_contribution;
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Add a contribution to %s"),
                                                                coalition_record_get_title (self->agreement), NULL);
  const char *id = self->draft != NULL
    ? coalition_form_insert (coalition_draft_row_get_form (COALITION_DRAFT_ROW (self->draft)), command) : NULL;

  if (id == NULL)
    return;
  coalition_command_set_text (command, kind, id, "agreement", coalition_record_get_id (self->agreement));
  coalition_command_set_text (command, kind, id, "party", self->draft_party);
  coalition_command_set_text (command, kind, id, "direction", self->draft_direction);
  remove_draft (self);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
dismissed_cb (CoalitionBrings *self)
{
  remove_draft (self);
  refresh (self);
}

static void
delete_cb (CoalitionBrings *self)
{
  CoalitionRecord *record = self->open != NULL
    ? coalition_campaign_get_record (get_campaign (self), &coalition_kind_contribution, self->open) : NULL;

  g_clear_pointer (&self->open, g_free);
  if (record != NULL)
    coalition_session_delete (self->session, record);
}

static void
close_cb (CoalitionBrings *self)
{
  coalition_forms_commit (GTK_WIDGET (self->list));
  g_clear_pointer (&self->open, g_free);
  refresh (self);
}

/* A party leaves with all that it brings and gets, in one step. */
static void
leave_cb (CoalitionBrings *self,
          GtkWidget       *button)
{
  CoalitionCampaign *campaign = get_campaign (self);
  const char *link_id = g_object_get_data (G_OBJECT (button), "id");
  CoalitionRecord *link = coalition_campaign_get_record (campaign, &coalition_kind_agreement_party, link_id);
  CoalitionRecord *party = link != NULL
    ? coalition_campaign_get_record (campaign, &coalition_kind_party, coalition_record_get_text (link, "party")) : NULL;
  g_autoptr (GPtrArray) contributions = NULL;
  g_autoptr (CoalitionCommand) command = NULL;

  if (party == NULL)
    return;
  command = coalition_command_new (N_("Take %s out of %s"), coalition_record_get_title (party),
                                   coalition_record_get_title (self->agreement), NULL);
  contributions = coalition_campaign_get_referring (campaign, &coalition_kind_contribution, "agreement",
                                                    coalition_record_get_id (self->agreement));
  for (guint i = 0; i < contributions->len; i++)
    if (g_strcmp0 (coalition_record_get_text (contributions->pdata[i], "party"), coalition_record_get_id (party)) == 0)
      coalition_command_delete (command, &coalition_kind_contribution, coalition_record_get_id (contributions->pdata[i]));
  coalition_command_delete (command, &coalition_kind_agreement_party, link_id);
  coalition_session_run (self->session, g_steal_pointer (&command), _("Party taken out of the agreement"));
}

static void
party_picked_cb (CoalitionBrings *self,
                 const char      *key,
                 const char      *words)
{
  const CoalitionKind *kind = &coalition_kind_agreement_party;
  CoalitionCampaign *campaign = get_campaign (self);
  CoalitionRecord *party = key != NULL ? coalition_campaign_get_record (campaign, &coalition_kind_party, key) : NULL;
  g_autoptr (GPtrArray) links = coalition_campaign_get_referring (campaign, kind, "agreement",
                                                                  coalition_record_get_id (self->agreement));
  g_autoptr (CoalitionCommand) command = NULL;
  const char *id;

  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (coalition_record_get_text (links->pdata[i], "party"), key) == 0)
      return;
  command = coalition_command_new (N_("Add %s to %s"), party != NULL ? coalition_record_get_title (party) : words,
                                   coalition_record_get_title (self->agreement), NULL);
  if (key == NULL)
    {
      key = coalition_command_insert (command, &coalition_kind_party, NULL);
      coalition_command_set_text (command, &coalition_kind_party, key, "name", words);
      coalition_session_place_party (self->session, command, key, words, NULL);
    }
  id = coalition_command_insert (command, kind, NULL);
  coalition_command_set_text (command, kind, id, "agreement", coalition_record_get_id (self->agreement));
  coalition_command_set_text (command, kind, id, "party", key);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static char *
dup_contribution (CoalitionBrings *self,
                  CoalitionRecord *contribution)
{
  g_autofree char *caption = NULL;
  char *title = NULL;

  coalition_record_summarize (get_campaign (self), contribution, given, &title, &caption);
  if (caption == NULL)
    return title;

  {
    g_autofree char *first = title;

    return g_strdup_printf ("%s, %s", first, caption);
  }
}

static GtkWidget *
build_column (CoalitionBrings *self,
              CoalitionRecord *party,
              const char      *direction,
              GPtrArray       *contributions)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_contribution, "direction");
  const char *heading = coalition_field_choice_label (field, direction);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* TRANSLATORS: "Brings" or "Gets", and a party */
  g_autofree char *tooltip = g_strdup_printf (_("Add to “%s” of %s"), heading, coalition_record_get_title (party));

  for (guint i = 0; i < contributions->len; i++)
    {
      CoalitionRecord *contribution = contributions->pdata[i];
      g_autofree char *text = NULL;
      GtkWidget *button, *label;

      if (g_strcmp0 (coalition_record_get_text (contribution, "party"), coalition_record_get_id (party)) != 0 ||
          g_strcmp0 (coalition_record_get_text (contribution, "direction"), direction) != 0)
        continue;
      text = dup_contribution (self, contribution);
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "contribution");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      g_object_set_data_full (G_OBJECT (button), "id", g_strdup (coalition_record_get_id (contribution)), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (column), button);
    }
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (add, "small");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (add, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (add), "id", g_strdup (coalition_record_get_id (party)), g_free);
  g_object_set_data (G_OBJECT (add), "direction", (gpointer) direction);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), add);

  return column;
}

static void
append_open_form (CoalitionBrings *self,
                  GtkBox          *box,
                  CoalitionRecord *party)
{
  CoalitionRecord *open = self->open != NULL
    ? coalition_campaign_get_record (get_campaign (self), &coalition_kind_contribution, self->open) : NULL;

  if (open != NULL && g_strcmp0 (coalition_record_get_text (open, "party"), coalition_record_get_id (party)) == 0)
    {
      GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *delete = gtk_button_new_with_mnemonic (_("_Delete"));
      GtkWidget *close = gtk_button_new_with_mnemonic (_("_Close"));

      gtk_widget_add_css_class (delete, "flat");
      gtk_widget_add_css_class (delete, "error");
      gtk_widget_set_halign (buttons, GTK_ALIGN_END);
      g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (buttons), delete);
      gtk_box_append (GTK_BOX (buttons), close);
      gtk_box_append (box, GTK_WIDGET (coalition_form_new (self->session, open, NULL, given, COALITION_FORM_MORE)));
      gtk_box_append (box, buttons);
    }
  if (self->draft != NULL && g_strcmp0 (self->draft_party, coalition_record_get_id (party)) == 0)
    gtk_box_append (box, self->draft);
}

static void
add_party (CoalitionBrings *self,
           CoalitionRecord *link,
           CoalitionRecord *party,
           GPtrArray       *contributions)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *shape = coalition_shape_new (18);
  GtkWidget *name = gtk_label_new (coalition_record_get_title (party));
  GtkWidget *leave = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *go = g_strdup_printf (_("Go To %s"), coalition_record_get_title (party));
  g_autofree char *tooltip = g_strdup_printf (_("Take %s Out"), coalition_record_get_title (party));

  coalition_shape_set_party (COALITION_SHAPE (shape), self->session, party);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (leave, "flat");
  gtk_widget_set_tooltip_text (leave, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (leave), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (leave), "id", g_strdup (coalition_record_get_id (link)), g_free);
  g_signal_connect_object (leave, "clicked", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), shape);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), coalition_link_button_new (self->session, party, "coalition-jump-symbolic", go));
  gtk_box_append (GTK_BOX (head), leave);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    gtk_box_append (GTK_BOX (columns), build_column (self, party, directions[i], contributions));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), columns);
  append_open_form (self, GTK_BOX (box), party);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "brings");
  gtk_list_box_append (self->list, row);
}

static void
refresh (CoalitionBrings *self)
{
  CoalitionCampaign *campaign = get_campaign (self);
  const char *id = coalition_record_get_id (self->agreement);
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) contributions = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *child, *focus;
  guint n = 0;

  if (campaign == NULL)
    return;
  /* Whoever types into the draft while something else changes goes on typing. */
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && (self->draft == NULL || !gtk_widget_is_ancestor (focus, self->draft)))
    focus = NULL;
  if (self->draft != NULL && gtk_widget_get_parent (self->draft) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->draft)), self->draft);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  links = coalition_campaign_get_referring (campaign, &coalition_kind_agreement_party, "agreement", id);
  contributions = coalition_campaign_get_referring (campaign, &coalition_kind_contribution, "agreement", id);
  for (guint i = 0; i < links->len; i++)
    {
      CoalitionRecord *party = coalition_campaign_get_record (campaign, &coalition_kind_party,
                                                              coalition_record_get_text (links->pdata[i], "party"));

      if (party == NULL)
        continue;
      add_party (self, links->pdata[i], party, contributions);
      n++;
    }
  coalition_inspector_group_set_count (self->group, n);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->hint, n < 2);
  if (self->draft != NULL && gtk_widget_get_parent (self->draft) == NULL)
    remove_draft (self);
  else if (GTK_IS_TEXT (focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  else if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static gboolean
concerns (CoalitionBrings *self,
          CoalitionRecord *record)
{
  if (coalition_record_is (record, &coalition_kind_party))
    return TRUE;
  if (!coalition_record_is (record, &coalition_kind_agreement_party) && !coalition_record_is (record, &coalition_kind_contribution))
    return FALSE;

  return g_strcmp0 (coalition_record_get_text (record, "agreement"), coalition_record_get_id (self->agreement)) == 0;
}

static void
changed_cb (CoalitionBrings *self,
            GPtrArray       *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];

      if (!concerns (self, change->record))
        continue;
      /* The open form follows its record by itself, and must not lose what is being typed beside it. */
      if (self->open != NULL && change->type == COALITION_CHANGE_MODIFIED &&
          g_str_equal (self->open, coalition_record_get_id (change->record)))
        continue;
      refresh (self);
      return;
    }
}

static void
coalition_brings_dispose (GObject *object)
{
  CoalitionBrings *self = COALITION_BRINGS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->open, g_free);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->draft_party, g_free);
  G_OBJECT_CLASS (coalition_brings_parent_class)->dispose (object);
}

static void
coalition_brings_class_init (CoalitionBringsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_brings_dispose;
}

static void
coalition_brings_init (CoalitionBrings *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkWidget *
build_headings (void)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_contribution, "direction");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "headings");
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      GtkWidget *label = gtk_label_new (coalition_field_choice_label (field, directions[i]));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

/**
 * coalition_brings_new:
 * @session: the session
 * @agreement: an agreement
 *
 * Makes the two columns of @agreement.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_brings_new (CoalitionSession *session,
                      CoalitionRecord  *agreement)
{
  CoalitionBrings *self = g_object_new (COALITION_TYPE_BRINGS, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  CoalitionPicker *picker = coalition_picker_new_for_kind (session, &coalition_kind_party, _("Add a Party"));

  self->session = g_object_ref (session);
  self->agreement = g_object_ref (agreement);
  self->group = coalition_inspector_group_new (_("Parties"));
  coalition_picker_set_icon (picker, "list-add-symbolic", _("Add a Party"));
  coalition_picker_set_clearable (picker, FALSE);
  g_signal_connect_object (picker, "picked", G_CALLBACK (party_picked_cb), self, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (self->group, GTK_WIDGET (picker));
  self->hint = gtk_label_new (_("An agreement lies between two parties or more: add who takes part, then what each brings and gets"));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "hint");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (self), build_headings ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->hint);
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
