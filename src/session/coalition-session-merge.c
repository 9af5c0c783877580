/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Parties that turn out to be one. What refers to the others is found from the descriptions of the kinds, so that a kind
 * added later follows as well. */

/* What the id of a group begins with that a person put together. */
#define CHOSEN "chosen:"

/* What becomes of a record: its values after the merge. */
typedef struct
{
  CoalitionRecord *record;
  CoalitionValue *values;
  char *new_id;      /* if its id is made of what it links, the new one */
  gboolean is_other; /* it was one of the others' */
  gboolean is_gone;
} Draft;

/* What happens to the records of one kind, for the preview. */
typedef struct
{
  guint follow;
  guint same;
  guint between;
} Tally;

typedef struct
{
  CoalitionCampaign *campaign;
  CoalitionRecord *kept;
  GPtrArray *others;
  CoalitionCommand *command;
  GHashTable *map;   /* old id → id that stands for it */
  GHashTable *kinds; /* names of the kinds of which ids are in the map */
  GPtrArray *gone;   /* records to delete when all that belongs to them has moved */
  Tally *tallies;
} Merge;

/**
 * FoldRule:
 *
 * Two records of a kind that agree in @keys are one, unless one of the fields @apart is known in both and differs; "*"
 * stands for every field.
 */
typedef struct
{
  const CoalitionKind *kind;
  const char *keys[5];
  const char *apart[3];
} FoldRule;

static const FoldRule fold_rules[] = {
  { &coalition_kind_tie, { "from", "to", "kind", "direction" }, { "*" } },
  { &coalition_kind_forum_member, { "forum", "party" }, { "since", "until" } },
  { &coalition_kind_attendance, { "meeting", "party" }, { NULL } },
  { &coalition_kind_contact_party, { "contact", "party" }, { NULL } },
  { &coalition_kind_agreement_party, { "agreement", "party" }, { NULL } },
  { &coalition_kind_comfort, { "party", "tactic" }, { NULL } },
  { &coalition_kind_contact_detail, { "party", "kind", "value" }, { NULL } },
};

static void
draft_free (Draft *self)
{
  const CoalitionKind *kind = coalition_record_get_kind (self->record);

  for (guint i = 0; i < kind->n_fields; i++)
    coalition_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self->new_id);
  g_object_unref (self->record);
  g_free (self);
}

static Draft *
draft_new (CoalitionRecord *record,
           gboolean         is_other)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  Draft *self = g_new0 (Draft, 1);

  self->record = g_object_ref (record);
  self->is_other = is_other;
  self->values = g_new0 (CoalitionValue, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    coalition_value_copy (coalition_record_get_value (record, i), &self->values[i]);

  return self;
}

static const CoalitionValue *
draft_get (Draft      *self,
           const char *field)
{
  return &self->values[coalition_kind_field_index (coalition_record_get_kind (self->record), field)];
}

static gboolean
is_known (const CoalitionValue *value)
{
  return value->type != COALITION_VALUE_NULL;
}

/* Takes over what is not known yet; longer texts that differ are put one after the other, for neither is to be lost. */
static void
fill_values (const CoalitionKind *kind,
             CoalitionValue      *values,
             CoalitionValue      *more)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionField *field = &kind->fields[i];

      if (!is_known (&more[i]) || coalition_value_equal (&values[i], &more[i]))
        continue;
      if (!is_known (&values[i]))
        coalition_value_copy (&more[i], &values[i]);
      else if (field->type == COALITION_FIELD_LONG_TEXT && strstr (values[i].text, more[i].text) == NULL)
        coalition_value_take_text (&values[i], g_strconcat (values[i].text, "\n\n", more[i].text, NULL));
      else if (field->type == COALITION_FIELD_TEXT && kind != &coalition_kind_party && strstr (values[i].text, more[i].text) == NULL)
        coalition_value_take_text (&values[i], g_strconcat (values[i].text, "; ", more[i].text, NULL));
    }
}

static void
stand_for (Merge           *self,
           CoalitionRecord *old,
           const char      *id)
{
  g_hash_table_insert (self->map, g_strdup (coalition_record_get_id (old)), g_strdup (id));
  g_hash_table_add (self->kinds, (char *) coalition_record_get_kind (old)->name);
}

static Tally *
get_tally (Merge               *self,
           const CoalitionKind *kind)
{
  return &self->tallies[coalition_kinds_index (kind)];
}

static void
drop (Merge *self,
      Draft *draft)
{
  draft->is_gone = TRUE;
  g_ptr_array_add (self->gone, g_object_ref (draft->record));
}

/* A link is of a deterministic id if it can only be there once. */
static char *
dup_link_id (Draft *draft)
{
  const CoalitionKind *kind = coalition_record_get_kind (draft->record);

  if (kind == &coalition_kind_position)
    return coalition_position_id (draft_get (draft, "view")->text, draft_get (draft, "party")->text);
  if (kind == &coalition_kind_party_tag)
    return coalition_party_tag_id (draft_get (draft, "party")->text, draft_get (draft, "tag")->text);
  if (kind == &coalition_kind_own_value)
    return coalition_own_value_id (draft_get (draft, "field")->text, draft_get (draft, "record")->text);

  return NULL;
}

static const FoldRule *
find_rule (const CoalitionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (fold_rules); i++)
    if (fold_rules[i].kind == kind)
      return &fold_rules[i];

  return NULL;
}

static gboolean
is_key (const FoldRule *rule,
        const char     *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule->keys) && rule->keys[i] != NULL; i++)
    if (g_str_equal (rule->keys[i], field))
      return TRUE;

  return FALSE;
}

static gboolean
sets_apart (const FoldRule *rule,
            const char     *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule->apart) && rule->apart[i] != NULL; i++)
    if (g_str_equal (rule->apart[i], "*") || g_str_equal (rule->apart[i], field))
      return TRUE;

  return FALSE;
}

/* A tie that holds both ways is the same whichever end is named first. */
static gboolean
is_turned (Draft *a,
           Draft *b)
{
  const CoalitionValue *direction;

  if (!coalition_record_is (a->record, &coalition_kind_tie))
    return FALSE;
  direction = draft_get (a, "direction");

  return is_known (direction) && g_str_equal (direction->text, "mutual")
         && coalition_value_equal (draft_get (a, "from"), draft_get (b, "to"))
         && coalition_value_equal (draft_get (a, "to"), draft_get (b, "from"));
}

static gboolean
are_one (const FoldRule *rule,
         Draft          *a,
         Draft          *b)
{
  gboolean turned = is_turned (a, b);

  for (guint i = 0; i < rule->kind->n_fields; i++)
    {
      const char *name = rule->kind->fields[i].name;

      if (turned && (g_str_equal (name, "from") || g_str_equal (name, "to")))
        continue;
      if (is_key (rule, name) ? !coalition_value_equal (&a->values[i], &b->values[i])
                              : sets_apart (rule, name) && is_known (&a->values[i]) && is_known (&b->values[i])
                                  && !coalition_value_equal (&a->values[i], &b->values[i]))
        return FALSE;
    }

  return TRUE;
}

/* Folds into the first that is the same; the kept party's own stand first. */
static void
fold_drafts (Merge          *self,
             const FoldRule *rule,
             GPtrArray      *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];

      for (guint j = 0; j < i && draft->is_other && !draft->is_gone; j++)
        {
          Draft *before = drafts->pdata[j];

          if (before->is_gone || !are_one (rule, before, draft))
            continue;
          fill_values (rule->kind, before->values, draft->values);
          stand_for (self, draft->record, coalition_record_get_id (before->record));
          drop (self, draft);
          get_tally (self, rule->kind)->same++;
        }
    }
}

/* Gives links their new ids; of two with the same one the first stays. */
static void
name_links (Merge     *self,
            GPtrArray *drafts)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];
      const CoalitionKind *kind = coalition_record_get_kind (draft->record);

      if (!draft->is_other || (draft->new_id = dup_link_id (draft)) == NULL)
        continue;
      if (coalition_campaign_get_record (self->campaign, kind, draft->new_id) == NULL && g_hash_table_add (taken, draft->new_id))
        g_ptr_array_add (self->gone, g_object_ref (draft->record));
      else
        {
          drop (self, draft);
          get_tally (self, kind)->same++;
        }
    }
}

/* Turns references to where they lead now. A tie of a party to itself is none, and nobody was introduced by themselves. */
static void
turn_references (Merge *self,
                 Draft *draft)
{
  const CoalitionKind *kind = coalition_record_get_kind (draft->record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *id = kind->fields[i].type == COALITION_FIELD_REFERENCE && is_known (&draft->values[i])
                         ? g_hash_table_lookup (self->map, draft->values[i].text)
                         : NULL;

      if (id != NULL)
        coalition_value_set_text (&draft->values[i], id);
      if (kind == &coalition_kind_party && is_known (&draft->values[i]) && kind->fields[i].type == COALITION_FIELD_REFERENCE
          && g_str_equal (draft->values[i].text, coalition_record_get_id (self->kept))
          && (draft->record == self->kept || g_ptr_array_find (self->others, draft->record, NULL)))
        coalition_value_clear (&draft->values[i]);
    }
  if (draft->is_other && kind == &coalition_kind_tie && coalition_value_equal (draft_get (draft, "from"), draft_get (draft, "to")))
    {
      drop (self, draft);
      get_tally (self, kind)->between++;
    }
}

static void
add_referring (Merge                *self,
               const CoalitionKind  *kind,
               const CoalitionField *field,
               const char           *id,
               gboolean              is_other,
               GHashTable           *seen,
               GPtrArray            *drafts)
{
  g_autoptr (GPtrArray) records = coalition_campaign_get_referring (self->campaign, kind, field->name, id);

  for (guint i = 0; i < records->len; i++)
    {
      Draft *draft = g_hash_table_lookup (seen, records->pdata[i]);

      if (draft == NULL)
        {
          draft = draft_new (records->pdata[i], is_other);
          g_hash_table_insert (seen, draft->record, draft);
          g_ptr_array_add (drafts, draft);
        }
      draft->is_other = draft->is_other || is_other;
    }
}

/* What refers to the kept party and to those it stands for: first its own, then theirs in their order, then what refers
 * to links that were folded. */
static GPtrArray *
collect_drafts (Merge               *self,
                const CoalitionKind *kind,
                gboolean             with_kept)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionField *field = &kind->fields[i];

      if (field->type != COALITION_FIELD_REFERENCE || (!g_str_equal (field->target, "*") && !g_hash_table_contains (self->kinds, field->target)))
        continue;
      if (with_kept)
        add_referring (self, kind, field, coalition_record_get_id (self->kept), FALSE, seen, drafts);
      for (guint j = 0; j < self->others->len; j++)
        add_referring (self, kind, field, coalition_record_get_id (self->others->pdata[j]), TRUE, seen, drafts);
      g_hash_table_iter_init (&iter, self->map);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        add_referring (self, kind, field, id, TRUE, seen, drafts);
    }

  return drafts;
}

static void
write_draft (Merge *self,
             Draft *draft)
{
  const CoalitionKind *kind = coalition_record_get_kind (draft->record);
  const char *id = draft->new_id != NULL ? draft->new_id : coalition_record_get_id (draft->record);

  if (draft->is_gone)
    return;
  if (draft->new_id != NULL)
    coalition_command_insert (self->command, kind, id);
  for (guint i = 0; i < kind->n_fields; i++)
    if (draft->new_id != NULL ? is_known (&draft->values[i])
                              : !coalition_value_equal (&draft->values[i], coalition_record_get_value (draft->record, i)))
      coalition_command_set (self->command, kind, id, &kind->fields[i], &draft->values[i]);
  if (draft->is_other)
    get_tally (self, kind)->follow++;
}

static void
merge_kind (Merge               *self,
            const CoalitionKind *kind)
{
  const FoldRule *rule = find_rule (kind);
  g_autoptr (GPtrArray) drafts = collect_drafts (self, kind, rule != NULL);

  for (guint i = 0; i < drafts->len; i++)
    turn_references (self, drafts->pdata[i]);
  /* The kept party's own come first in any case, whichever end of a tie they were found by. */
  if (rule != NULL)
    {
      g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

      for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < drafts->len; i++)
          if (((Draft *) drafts->pdata[i])->is_other == (pass == 1))
            g_ptr_array_add (sorted, drafts->pdata[i]);
      fold_drafts (self, rule, sorted);
    }
  name_links (self, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];

      if (draft->record != self->kept && !g_ptr_array_find (self->others, draft->record, NULL))
        write_draft (self, draft);
    }
}

/* What the kept party says after the merge. */
static Draft *
merge_values (Merge *self)
{
  Draft *kept = draft_new (self->kept, FALSE);

  turn_references (self, kept);
  for (guint i = 0; i < self->others->len; i++)
    {
      Draft *other = draft_new (self->others->pdata[i], TRUE);

      turn_references (self, other);
      fill_values (&coalition_kind_party, kept->values, other->values);
      draft_free (other);
    }

  return kept;
}

/* A picture of the others that nothing shows any more leaves the campaign. */
static void
delete_image (Merge           *self,
              CoalitionRecord *other,
              Draft           *kept)
{
  const char *image = coalition_record_get_text (other, "picture");
  g_autoptr (GPtrArray) parties = NULL, pictures = NULL;

  if (image == NULL || (is_known (draft_get (kept, "picture")) && g_str_equal (image, draft_get (kept, "picture")->text)))
    return;
  parties = coalition_campaign_get_referring (self->campaign, &coalition_kind_party, "picture", image);
  pictures = coalition_campaign_get_referring (self->campaign, &coalition_kind_picture, "image", image);
  for (guint i = 0; i < parties->len; i++)
    if (!g_ptr_array_find (self->others, parties->pdata[i], NULL))
      return;
  if (pictures->len == 0)
    coalition_command_delete (self->command, &coalition_kind_image, image);
}

/* Ids with those of the others replaced; none is there twice. */
static GStrv
turn_ids (Merge             *self,
          const char *const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = g_hash_table_contains (self->map, ids[i]) ? g_hash_table_lookup (self->map, ids[i]) : ids[i];

      if (g_hash_table_add (seen, (char *) id))
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* Conditions of a filter may name parties. */
static char *
turn_filter (Merge      *self,
             const char *text)
{
  g_autoptr (CoalitionFilter) filter = coalition_filter_parse (text, NULL);
  g_autoptr (CoalitionFilter) turned = coalition_filter_new ();

  /* What a later version wrote is not understood and stays as it is. */
  if (filter == NULL)
    return g_strdup (text);
  for (guint i = 0; i < coalition_filter_get_size (filter); i++)
    {
      const CoalitionCondition *condition = coalition_filter_get (filter, i);
      g_auto (GStrv) values = condition->values != NULL ? turn_ids (self, (const char *const *) condition->values) : NULL;

      coalition_filter_add (turned, condition->subject, condition->test, (const char *const *) values);
    }

  return coalition_filter_to_text (turned);
}

/* Groups that a person put together name their parties. */
static char *
turn_collapsed (Merge      *self,
                const char *text)
{
  g_auto (GStrv) groups = coalition_groups_list_ids (text);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_str_has_prefix (groups[i], CHOSEN) ? g_strsplit (groups[i] + strlen (CHOSEN), ",", -1) : NULL;
      g_auto (GStrv) turned = ids != NULL ? turn_ids (self, (const char *const *) ids) : NULL;
      g_autofree char *joined = turned != NULL ? g_strjoinv (",", turned) : NULL;

      if (joined == NULL)
        continue;
      g_free (groups[i]);
      groups[i] = g_strconcat (CHOSEN, joined, NULL);
    }

  return coalition_groups_to_text ((const char *const *) groups);
}

static gboolean
names_others (Merge      *self,
              const char *text)
{
  for (guint i = 0; i < self->others->len; i++)
    if (strstr (text, coalition_record_get_id (self->others->pdata[i])) != NULL)
      return TRUE;

  return FALSE;
}

/* Views name parties within texts as well. */
static void
turn_views (Merge *self)
{
  GListModel *views = coalition_campaign_get_records (self->campaign, &coalition_kind_view);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (CoalitionRecord) view = g_list_model_get_item (views, i);
      const char *filter = coalition_record_get_text (view, "filter"), *collapsed = coalition_record_get_text (view, "collapsed");
      g_autofree char *new_filter = filter != NULL && names_others (self, filter) ? turn_filter (self, filter) : NULL;
      g_autofree char *new_collapsed = collapsed != NULL && names_others (self, collapsed) ? turn_collapsed (self, collapsed) : NULL;

      if (new_filter != NULL)
        coalition_command_set_text (self->command, &coalition_kind_view, coalition_record_get_id (view), "filter", new_filter);
      if (new_collapsed != NULL)
        coalition_command_set_text (self->command, &coalition_kind_view, coalition_record_get_id (view), "collapsed", new_collapsed);
    }
}

static void
merge_clear (Merge *self)
{
  g_clear_pointer (&self->command, coalition_command_unref);
  g_clear_pointer (&self->map, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->tallies, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static void
merge_init (Merge             *self,
            CoalitionCampaign *campaign,
            CoalitionRecord   *kept,
            GPtrArray         *others)
{
  guint n_kinds;

  coalition_kinds_get_all (&n_kinds);
  self->campaign = campaign;
  self->kept = kept;
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kinds = g_hash_table_new (g_str_hash, g_str_equal);
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->tallies = g_new0 (Tally, n_kinds);
  for (guint i = 0; i < others->len; i++)
    if (others->pdata[i] != kept && !g_ptr_array_find (self->others, others->pdata[i], NULL))
      {
        g_ptr_array_add (self->others, g_object_ref (others->pdata[i]));
        stand_for (self, others->pdata[i], coalition_record_get_id (kept));
      }
}

/* Writes the command. References are turned first and records deleted last, for deletion takes along what still belongs. */
static Draft *
merge_plan (Merge *self)
{
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  g_autofree char *count = g_strdup_printf ("%u", self->others->len);
  Draft *kept = merge_values (self);

  if (self->others->len == 1)
    self->command = coalition_command_new (N_("Merge %s into %s"), coalition_record_get_title (self->others->pdata[0]),
                                           coalition_record_get_title (self->kept), NULL);
  else
    self->command = coalition_command_new (N_("Merge %s parties into %s"), count, coalition_record_get_title (self->kept), NULL);
  write_draft (self, kept);
  for (guint i = 0; i < n_kinds; i++)
    merge_kind (self, kinds[i]);
  turn_views (self);
  for (guint i = 0; i < self->gone->len; i++)
    coalition_command_delete (self->command, coalition_record_get_kind (self->gone->pdata[i]), coalition_record_get_id (self->gone->pdata[i]));
  for (guint i = 0; i < self->others->len; i++)
    {
      coalition_command_delete (self->command, &coalition_kind_party, coalition_record_get_id (self->others->pdata[i]));
      delete_image (self, self->others->pdata[i], kept);
    }

  return kept;
}

/**
 * coalition_session_merge_parties:
 * @self: a session with a campaign
 * @kept: the party that stays
 * @others: (element-type CoalitionRecord): the parties that are the same one; @kept among them is passed over
 *
 * Makes several parties one. Whatever refers to the others then refers to @kept: ties, agreements, judgements, forums,
 * contacts, voices, tags, own values and whatever other kinds there are. What is then there twice is folded: the same
 * membership, tag or own value, and ties between the same two in which nothing differs; ties between those merged go.
 * What @kept does not say is taken over from the others, and longer texts of both are put one after the other. One
 * edit, one step of undoing.
 */
void
coalition_session_merge_parties (CoalitionSession *self,
                                 CoalitionRecord  *kept,
                                 GPtrArray        *others)
{
  g_auto (Merge) merge = { 0 };
  g_autofree char *toast = NULL;

  g_return_if_fail (coalition_record_is (kept, &coalition_kind_party));
  merge_init (&merge, coalition_session_get_campaign (self), kept, others);
  if (merge.others->len == 0)
    return;
  draft_free (merge_plan (&merge));
  toast = g_strdup_printf (ngettext ("Merged %u party into %s", "Merged %u parties into %s", merge.others->len), merge.others->len,
                           coalition_record_get_title (kept));
  coalition_session_run (self, g_steal_pointer (&merge.command), toast);
}

static void
describe_kind (Merge               *self,
               const CoalitionKind *kind,
               GStrvBuilder        *builder)
{
  const Tally *tally = get_tally (self, kind);
  g_autoptr (GString) line = g_string_new (NULL);

  if (kind == &coalition_kind_position || kind == &coalition_kind_party || tally->follow + tally->same + tally->between == 0)
    return;
  if (tally->follow > 0)
    g_string_append_printf (line, ngettext ("%u follows", "%u follow", tally->follow), tally->follow);
  if (tally->same > 0)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", tally->same, _("there already"));
  if (tally->between > 0)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", tally->between, _("between them removed"));
  g_strv_builder_add (builder, _(kind->label_plural));
  g_strv_builder_add (builder, line->str);
}

/* What of the others' fields is filled in, and what gives way. */
static void
describe_values (Merge        *self,
                 Draft        *kept,
                 GStrvBuilder *builder)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  g_autoptr (GString) lost = g_string_new (NULL);

  for (guint i = 0; i < coalition_kind_party.n_fields; i++)
    {
      const CoalitionField *field = &coalition_kind_party.fields[i];
      GString *line = NULL;

      /* That all but one name go is what merging means. */
      if (g_str_equal (field->name, "name"))
        continue;
      if (!coalition_value_equal (&kept->values[i], coalition_record_get_value (self->kept, i)))
        line = filled;
      for (guint j = 0; line == NULL && j < self->others->len; j++)
        {
          const CoalitionValue *value = coalition_record_get_value (self->others->pdata[j], i);

          if (is_known (value) && field->type != COALITION_FIELD_LONG_TEXT && !coalition_value_equal (value, &kept->values[i]))
            line = lost;
        }
      if (line != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", _(field->label));
    }
  if (filled->len > 0)
    {
      g_strv_builder_add (builder, _("Filled in from the others"));
      g_strv_builder_add (builder, filled->str);
    }
  if (lost->len > 0)
    {
      g_strv_builder_add (builder, _("Different, given up"));
      g_strv_builder_add (builder, lost->str);
    }
}

/**
 * coalition_session_describe_merge:
 * @self: a session with a campaign
 * @kept: the party that is to stay
 * @others: (element-type CoalitionRecord): the parties that are the same one
 *
 * Tells what coalition_session_merge_parties() would do, without doing it.
 *
 * Returns: (transfer full): pairs of a heading ("Ties") and what happens ("3 follow, 1 between them removed"), translated
 */
GStrv
coalition_session_describe_merge (CoalitionSession *self,
                                  CoalitionRecord  *kept,
                                  GPtrArray        *others)
{
  g_auto (Merge) merge = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_kinds;
  const CoalitionKind *const *kinds = coalition_kinds_get_all (&n_kinds);
  Draft *draft;

  merge_init (&merge, coalition_session_get_campaign (self), kept, others);
  draft = merge_plan (&merge);
  describe_values (&merge, draft, builder);
  draft_free (draft);
  for (guint i = 0; i < n_kinds; i++)
    describe_kind (&merge, kinds[i], builder);

  return g_strv_builder_end (builder);
}
