/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-page.h"

#include "coalition-agreement-text.h"
#include "coalition-brings.h"
#include "coalition-clock.h"
#include "coalition-detail-list.h"
#include "coalition-field-text.h"
#include "coalition-form.h"
#include "coalition-forum-text.h"
#include "coalition-inspector-head.h"
#include "coalition-judgements.h"
#include "coalition-life-path.h"
#include "coalition-link-list.h"
#include "coalition-picker.h"
#include "coalition-picture-row.h"
#include "coalition-shape.h"
#include "coalition-tag-list.h"
#include "coalition-tie-sample.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionPage:
 *
 * The inspector of one record: its head, and below it the groups that its kind has. A kind without groups of its own
 * gets its form and its details.
 */
struct _CoalitionPage
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  CoalitionInspectorHead *head;
  GtkWidget *prefix;
};

G_DEFINE_FINAL_TYPE (CoalitionPage, coalition_page, GTK_TYPE_BOX)

static CoalitionCampaign *
get_campaign (CoalitionPage *self)
{
  return coalition_session_get_campaign (self->session);
}

static const char *
choice_text (CoalitionRecord *record,
             const char      *field)
{
  return coalition_field_choice_label (coalition_kind_find_field (coalition_record_get_kind (record), field),
                                       coalition_record_get_text (record, field));
}

static void
append (CoalitionPage *self,
        gpointer       widget)
{
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (widget));
}

static void
append_form (CoalitionPage      *self,
             const char         *title,
             const char *const  *only,
             const char *const  *skip,
             CoalitionFormFlags  flags)
{
  if (title != NULL)
    append (self, coalition_inspector_group_new (title));
  append (self, coalition_form_new (self->session, self->record, only, skip, flags));
}

/* --- heads ------------------------------------------------------------------------------------------------------- */

static void
refresh_party_head (CoalitionPage *self)
{
  CoalitionNetwork *network = coalition_session_get_network (self->session);
  const CoalitionNetworkParty *parties = network != NULL ? coalition_network_get_parties (network, NULL) : NULL;
  int index = network != NULL ? coalition_network_find_party (network, coalition_record_get_id (self->record)) : -1;
  const char *kind = choice_text (self->record, "kind");
  CoalitionPartyMarks marks = index >= 0 ? parties[index].marks : 0;

  coalition_shape_set_party (COALITION_SHAPE (self->prefix), self->session, self->record);
  coalition_inspector_head_set_caption (self->head, kind != NULL ? kind : choice_text (self->record, "level"));
  coalition_inspector_head_clear_pills (self->head);
  if (marks & COALITION_MARK_REVIEW_LATE)
    coalition_inspector_head_add_pill (self->head, "coalition-late-symbolic", _("Review late"), "error");
  if (marks & COALITION_MARK_GATEKEEPER)
    coalition_inspector_head_add_pill (self->head, "coalition-gatekeeper-symbolic", _("Gatekeeper"), "gatekeeper");
  if (marks & COALITION_MARK_DECIDES)
    coalition_inspector_head_add_pill (self->head, "coalition-decides-symbolic", _("Decides"), "decides");
}

static void
refresh_tie_head (CoalitionPage *self)
{
  const char *kind = choice_text (self->record, "kind");

  coalition_tie_sample_set_tie (COALITION_TIE_SAMPLE (self->prefix), self->record, TRUE);
  coalition_inspector_head_set_caption (self->head, kind != NULL ? kind : _("Tie"));
}

static void
refresh_agreement_head (CoalitionPage *self)
{
  const char *form = choice_text (self->record, "form");
  g_autofree char *today = coalition_clock_today ();
  GString *caption = g_string_new (_("Agreement"));
  int late = coalition_agreement_days_late (self->record, today);
  gint64 intensity;

  if (form != NULL)
    g_string_append_printf (caption, " · %s", form);
  if (coalition_record_get_integer (self->record, "intensity", &intensity))
    {
      g_string_append (caption, " · ");
      g_string_append_printf (caption, _("intensity %d\u00a0of\u00a0%d"), (int) intensity, 5);
    }
  coalition_inspector_head_set_caption (self->head, caption->str);
  g_string_free (caption, TRUE);
  coalition_inspector_head_clear_pills (self->head);
  if (late > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Review %d day late", "Review %d days late", late), late);

      coalition_inspector_head_add_pill (self->head, "coalition-late-symbolic", text, "error");
    }
}

static void
refresh_issue_head (CoalitionPage *self)
{
  const char *status = choice_text (self->record, "status");
  g_autofree char *caption = status != NULL ? g_strdup_printf ("%s · %s", _("Issue"), status) : g_strdup (_("Issue"));

  coalition_inspector_head_set_caption (self->head, caption);
}

static void
refresh_forum_head (CoalitionPage *self)
{
  g_autofree char *today = coalition_clock_today ();
  g_autofree char *caption = coalition_forum_caption (get_campaign (self), self->record);
  g_autofree char *whole = g_strdup_printf ("%s · %s", _("Forum"), caption);

  coalition_inspector_head_set_caption (self->head, whole);
  coalition_inspector_head_clear_pills (self->head);
  if (coalition_forum_has_ended (self->record, today))
    coalition_inspector_head_add_pill (self->head, "media-playback-stop-symbolic", _("Ended"), "dim-label");
}

/* What belongs to another record says to which. */
static void
refresh_detail_head (CoalitionPage *self)
{
  const CoalitionKind *kind = coalition_record_get_kind (self->record);
  const char *field = kind == &coalition_kind_meeting ? "forum" : kind == &coalition_kind_voice ? "event" : NULL;
  CoalitionRecord *owner = field != NULL ? coalition_campaign_find_record (get_campaign (self), coalition_record_get_text (self->record, field)) : NULL;
  g_autofree char *caption = owner != NULL ? g_strdup_printf ("%s · %s", _(kind->label), coalition_record_get_title (owner))
                                           : g_strdup (_(kind->label));
  g_autofree char *title = coalition_record_dup_headline (get_campaign (self), self->record);

  /* What has no name of its own is titled by its kind, which need not be said twice. */
  coalition_inspector_head_set_caption (self->head, g_strcmp0 (caption, title) == 0 ? NULL : caption);
}

static void
refresh_head (CoalitionPage *self)
{
  g_autofree char *title = NULL;

  if (get_campaign (self) == NULL)
    return;
  title = coalition_record_dup_headline (get_campaign (self), self->record);
  coalition_inspector_head_set_title (self->head, title);
  if (coalition_record_is (self->record, &coalition_kind_party))
    refresh_party_head (self);
  else if (coalition_record_is (self->record, &coalition_kind_tie))
    refresh_tie_head (self);
  else if (coalition_record_is (self->record, &coalition_kind_agreement))
    refresh_agreement_head (self);
  else if (coalition_record_is (self->record, &coalition_kind_issue))
    refresh_issue_head (self);
  else if (coalition_record_is (self->record, &coalition_kind_forum))
    refresh_forum_head (self);
  else
    refresh_detail_head (self);
}

static const char *
get_icon_name (CoalitionRecord *record)
{
  static const struct
  {
    const CoalitionKind *kind;
    const char *icon_name;
  } icons[] = {
    { &coalition_kind_agreement, "coalition-agreements-symbolic" }, { &coalition_kind_issue, "coalition-issues-symbolic" },
    { &coalition_kind_forum, "coalition-network-symbolic" },        { &coalition_kind_meeting, "coalition-network-symbolic" },
    { &coalition_kind_voice, "coalition-listening-symbolic" },      { &coalition_kind_listening_event, "coalition-listening-symbolic" },
    { &coalition_kind_contact, "coalition-listening-symbolic" },    { &coalition_kind_note, "coalition-memo-symbolic" },
    { &coalition_kind_picture, "image-x-generic-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (coalition_record_is (record, icons[i].kind))
      return icons[i].icon_name;

  return "coalition-campaign-symbolic";
}

static GtkWidget *
make_prefix (CoalitionRecord *record)
{
  GtkWidget *image;

  if (coalition_record_is (record, &coalition_kind_party))
    return coalition_shape_new (28);
  if (coalition_record_is (record, &coalition_kind_tie))
    {
      image = coalition_tie_sample_new ();
      gtk_widget_set_margin_top (image, 6);
      return image;
    }
  image = gtk_image_new_from_icon_name (get_icon_name (record));
  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);

  return image;
}

/* --- groups ------------------------------------------------------------------------------------------------------ */

static void
tie_picked_cb (CoalitionPage *self,
               const char    *key,
               const char    *words)
{
  const CoalitionKind *kind = &coalition_kind_tie;
  g_autofree char *made = NULL;
  g_autoptr (CoalitionCommand) command = NULL;
  const char *party, *tie;

  if (key != NULL)
    {
      made = coalition_session_add_tie (self->session, coalition_record_get_id (self->record), key, NULL);
      return;
    }
  if (words == NULL)
    return;
  command = coalition_command_new (N_("Tie %s and %s"), coalition_record_get_title (self->record), words, NULL);
  party = coalition_command_insert (command, &coalition_kind_party, NULL);
  coalition_command_set_text (command, &coalition_kind_party, party, "name", words);
  coalition_session_place_party (self->session, command, party, words, coalition_record_get_id (self->record));
  tie = coalition_command_insert (command, kind, NULL);
  coalition_command_set_text (command, kind, tie, "from", coalition_record_get_id (self->record));
  coalition_command_set_text (command, kind, tie, "to", party);
  coalition_command_set_text (command, kind, tie, "status", "active");
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
build_party (CoalitionPage *self)
{
  static const char *const worksheet[] = { "role", "help", "reach", NULL };
  static const char *const elsewhere[] = { "name", "role", "help", "reach", "picture", NULL };
  CoalitionPicker *picker = coalition_picker_new_for_kind (self->session, &coalition_kind_party, _("Tie to a Party"));
  CoalitionLinkList *ties = coalition_link_list_new (self->session, self->record, _("Ties"),
                                                     _("Whom they know, fund, serve or oppose"), coalition_fill_ties);

  coalition_picker_set_icon (picker, "list-add-symbolic", _("Tie to a Party"));
  coalition_picker_set_clearable (picker, FALSE);
  g_signal_connect_object (picker, "picked", G_CALLBACK (tie_picked_cb), self, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (coalition_link_list_get_group (ties), GTK_WIDGET (picker));
  append_form (self, NULL, worksheet, NULL, COALITION_FORM_NONE);
  append (self, coalition_judgements_new (self->session, self->record));
  append (self, ties);
  append_form (self, _("About them"), NULL, elsewhere, COALITION_FORM_MORE | COALITION_FORM_OWN);
  append (self, coalition_link_list_new (self->session, self->record, _("Agreements"),
                                         _("What was laid out with them, and with whom else"), coalition_fill_agreements));
  append (self, coalition_tag_list_new (self->session, self->record));
  coalition_details_append (GTK_BOX (self), self->session, self->record);
  append (self, coalition_picture_row_new (self->session, self->record));
}

static void
build_tie (CoalitionPage *self)
{
  static const char *const elsewhere[] = { "from", "to", NULL };
  static const char *const ends[] = { "from", "to", NULL };

  append (self, coalition_link_list_new (self->session, self->record, _("Between"), "", coalition_fill_ends));
  append_form (self, _("The tie"), NULL, elsewhere, COALITION_FORM_MORE | COALITION_FORM_OWN);
  append (self, coalition_link_list_new (self->session, self->record, _("Other ties of the two"),
                                         _("This is the only tie between them"), coalition_fill_siblings));
  append_form (self, _("Ends"), ends, NULL, COALITION_FORM_NONE);
  coalition_details_append (GTK_BOX (self), self->session, self->record);
}

static void
build_issue (CoalitionPage *self)
{
  static const char *const elsewhere[] = { "name", NULL };

  append_form (self, NULL, NULL, elsewhere, COALITION_FORM_MORE | COALITION_FORM_OWN);
  append (self, coalition_link_list_new (self->session, self->record, _("Who decides"),
                                         _("Judge the stance of those with authority over it: they are listed here"),
                                         coalition_fill_deciders));
  coalition_details_append (GTK_BOX (self), self->session, self->record);
  append (self, coalition_link_list_new (self->session, self->record, _("Agreements that serve it"),
                                         _("An agreement names the issue that it serves"), coalition_fill_serving));
}

static void
build_agreement (CoalitionPage *self)
{
  static const char *const dates[] = { "start", "review_due", "end", "signed_on", "hours_planned", "hours_spent",
                                       "cost_planned", "cost_spent", NULL };
  static const char *const elsewhere[] = { "name", "status", "start", "review_due", "end", "signed_on", "hours_planned",
                                           "hours_spent", "cost_planned", "cost_spent", NULL };

  append (self, coalition_life_path_new (self->session, self->record, "status"));
  append (self, coalition_brings_new (self->session, self->record));
  append_form (self, _("What it is for"), NULL, elsewhere, COALITION_FORM_MORE | COALITION_FORM_OWN);
  append_form (self, _("Dates and time"), dates, NULL, COALITION_FORM_NONE);
  coalition_details_append (GTK_BOX (self), self->session, self->record);
}

static void
build_forum (CoalitionPage *self)
{
  static const char *const elsewhere[] = { "name", "look", NULL };
  static const char *const look[] = { "look", NULL };

  append_form (self, NULL, NULL, elsewhere, COALITION_FORM_MORE | COALITION_FORM_OWN);
  coalition_details_append (GTK_BOX (self), self->session, self->record);
  append (self, coalition_link_list_new (self->session, self->record, _("Committees and sub-groups"),
                                         _("A forum names the one that it is part of"), coalition_fill_sub_forums));
  append_form (self, _("On the map"), look, NULL, COALITION_FORM_NONE);
}

static void
build_picture (CoalitionPage *self)
{
  static const char *const fields[] = { "caption", "background", "opacity", NULL };

  append (self, coalition_picture_row_new (self->session, self->record));
  append_form (self, NULL, fields, NULL, COALITION_FORM_NONE);
}

static void
build_note (CoalitionPage *self)
{
  static const char *const fields[] = { "text", "color", NULL };

  append_form (self, NULL, fields, NULL, COALITION_FORM_NONE);
}

static void
build_other (CoalitionPage *self)
{
  static const char *const elsewhere[] = { "name", NULL };

  append_form (self, NULL, NULL, elsewhere, COALITION_FORM_MORE | COALITION_FORM_OWN);
  coalition_details_append (GTK_BOX (self), self->session, self->record);
}

static void
count_cb (GListModel *records,
          guint       position,
          guint       removed,
          guint       added,
          gpointer    label)
{
  g_autofree char *number = g_strdup_printf ("%'u", g_list_model_get_n_items (records));

  gtk_label_set_text (label, number);
}

static void
counted_cb (CoalitionPage *self,
            GtkListBoxRow *row)
{
  g_object_set (self->session, "panel", g_object_get_data (G_OBJECT (row), "panel"), NULL);
}

/* A line with a number, which leads to the panel that lists what was counted. */
static GtkWidget *
build_count (CoalitionPage       *self,
             const CoalitionKind *kind,
             const char          *panel)
{
  GListModel *records = coalition_campaign_get_records (get_campaign (self), kind);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_(kind->label_plural));
  GtkWidget *count = gtk_label_new (NULL);

  count_cb (records, 0, 0, 0, count);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (count_cb), count, 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), panel != NULL);
  gtk_widget_set_focusable (row, panel != NULL);
  gtk_widget_add_css_class (row, "field");
  g_object_set_data (G_OBJECT (row), "panel", (gpointer) panel);

  return row;
}

static void
build_campaign (CoalitionPage *self)
{
  static const struct
  {
    const CoalitionKind *kind;
    const char *panel;
  } counted[] = {
    { &coalition_kind_party, "parties" }, { &coalition_kind_tie, NULL },       { &coalition_kind_forum, "network" },
    { &coalition_kind_voice, "listening" }, { &coalition_kind_issue, "issues" }, { &coalition_kind_agreement, "agreements" },
  };
  GtkWidget *list = gtk_list_box_new ();

  append_form (self, NULL, NULL, NULL, COALITION_FORM_MORE);
  append (self, coalition_inspector_group_new (_("In this campaign")));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), build_count (self, counted[i].kind, counted[i].panel));
  append (self, list);
}

static void
build_groups (CoalitionPage *self)
{
  static const struct
  {
    const CoalitionKind *kind;
    void (*build) (CoalitionPage *self);
  } builders[] = {
    { &coalition_kind_party, build_party },       { &coalition_kind_tie, build_tie },     { &coalition_kind_issue, build_issue },
    { &coalition_kind_agreement, build_agreement }, { &coalition_kind_campaign, build_campaign },
    { &coalition_kind_forum, build_forum },       { &coalition_kind_note, build_note },   { &coalition_kind_picture, build_picture },
  };

  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    if (coalition_record_is (self->record, builders[i].kind))
      {
        builders[i].build (self);
        return;
      }
  build_other (self);
}

static void
coalition_page_dispose (GObject *object)
{
  CoalitionPage *self = COALITION_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (coalition_page_parent_class)->dispose (object);
}

static void
coalition_page_class_init (CoalitionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_page_dispose;
}

static void
coalition_page_init (CoalitionPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-body");
}

/**
 * coalition_page_new:
 * @session: the session
 * @record: a record
 *
 * Makes the inspector of @record.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
coalition_page_new (CoalitionSession *session,
                    CoalitionRecord  *record)
{
  CoalitionPage *self = g_object_new (COALITION_TYPE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->prefix = make_prefix (record);
  self->head = coalition_inspector_head_new (session, record, self->prefix);
  append (self, self->head);
  build_groups (self);
  refresh_head (self);
  if (get_campaign (self) != NULL)
    g_signal_connect_object (get_campaign (self), "changed", G_CALLBACK (refresh_head), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "network-changed", G_CALLBACK (refresh_head), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * coalition_page_rename:
 * @self: a page
 *
 * Lets the person rename the record in its head.
 */
void
coalition_page_rename (CoalitionPage *self)
{
  coalition_inspector_head_rename (self->head);
}

/**
 * coalition_page_commit:
 * @self: a page
 *
 * Takes over what was typed and not yet entered: in the head, in forms, in drafts.
 */
void
coalition_page_commit (CoalitionPage *self)
{
  coalition_inspector_head_commit (self->head);
  coalition_forms_commit (GTK_WIDGET (self));
}
