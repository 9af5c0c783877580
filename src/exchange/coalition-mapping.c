/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-mapping.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An own field whose name would be taken for something else is written with this before it, so that what is exported
 * is read back as what it was. */
#define OWN_PREFIX "own:"

typedef struct {
  CoalitionColumnUse use;
  const CoalitionField *field;
  const char *key;
  char *own_name;
} Column;

struct _CoalitionMapping
{
  gatomicrefcount references;

  CoalitionTable *table;
  const CoalitionKind *kind;
  Column *columns;
  guint n_columns;
};

typedef struct {
  const char *name;
  const char *label;
  CoalitionColumnUse use;
  const char *aliases;
  const CoalitionKind *kind; /* NULL for parties */
} Special;

/* What a row can say besides the fields of its own record. */
static const Special specials[] = {
  { "x", N_("Place on the map, across"), COALITION_COLUMN_X, "" },
  { "y", N_("Place on the map, down"), COALITION_COLUMN_Y, "" },
  { "pinned", N_("Pinned on the map"), COALITION_COLUMN_PINNED, "" },
  { "tags", N_("Tags, separated by ;"), COALITION_COLUMN_TAGS, "tag;keywords" },
  { "phone", N_("Phone"), COALITION_COLUMN_DETAIL, "telephone;tel;mobile;phone number;telephone number;cell" },
  { "email", N_("Email"), COALITION_COLUMN_DETAIL, "e mail;mail;email address;e mail address" },
  { "address", N_("Postal address"), COALITION_COLUMN_DETAIL, "postal address;mailing address" },
  { "web", N_("Website"), COALITION_COLUMN_DETAIL, "website;web site;url;homepage;www" },
  { "messenger", N_("Messenger"), COALITION_COLUMN_DETAIL, "whatsapp;signal" },
  { "person", N_("Contact person"), COALITION_COLUMN_DETAIL, "contact person;contact name" },
  { "people-trust", N_("Judgement: people’s trust in them"), COALITION_COLUMN_JUDGEMENT, "people's trust;people's trust in them" },
  { "our-trust", N_("Judgement: trust between us"), COALITION_COLUMN_JUDGEMENT, "trust;trust between us" },
  { "influence", N_("Judgement: influence"), COALITION_COLUMN_JUDGEMENT, "" },
  { "stance", N_("Judgement: stance"), COALITION_COLUMN_JUDGEMENT, "" },
  { "gatekeeper", N_("Judgement: gatekeeper"), COALITION_COLUMN_JUDGEMENT, "" },
  { "judged_on", N_("Date of these judgements"), COALITION_COLUMN_JUDGED_ON, "judged on" },
  { "party", N_("Parties, separated by ;"), COALITION_COLUMN_LINKS, "parties;with;with whom;organization;people", &coalition_kind_contact },
  { "came", N_("Who came, separated by ;"), COALITION_COLUMN_LINKS, "who came;attended;present;parties", &coalition_kind_meeting },
  { "members", N_("Members, separated by ;"), COALITION_COLUMN_LINKS, "member;parties", &coalition_kind_forum },
};

G_DEFINE_BOXED_TYPE (CoalitionMapping, coalition_mapping, coalition_mapping_ref, coalition_mapping_unref)

static char *
fold_heading (const char *heading)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (heading), "_-", ' ');

  return coalition_text_fold (spaced);
}

static gboolean
special_is_of (const Special       *special,
               const CoalitionKind *kind)
{
  return kind == (special->kind != NULL ? special->kind : &coalition_kind_party);
}

static const Special *
find_special (const CoalitionKind *kind,
              const char          *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (special_is_of (&specials[i], kind) && g_str_equal (specials[i].name, name))
      return &specials[i];

  return NULL;
}

static const Special *
match_special (const CoalitionKind *kind,
               const char          *heading)
{
  g_autofree char *wanted = fold_heading (heading);

  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    {
      g_autofree char *name = fold_heading (specials[i].name);
      g_auto (GStrv) aliases = g_strsplit (specials[i].aliases, ";", -1);

      if (!special_is_of (&specials[i], kind))
        continue;
      if (g_str_equal (name, wanted) || g_strv_contains ((const char *const *) aliases, wanted))
        return &specials[i];
    }

  return NULL;
}

/* A heading alone proves little: a column called "Level" may hold "State" and "Federal". A guess stands if at least
 * half of what is there can be read as the field; the rest is then refused with its lines, as a slip of the pen. */
static gboolean
fits (CoalitionTable       *table,
      guint                 column,
      const CoalitionField *field)
{
  guint n = 0, n_good = 0;

  if (field->type == COALITION_FIELD_TEXT || field->type == COALITION_FIELD_LONG_TEXT
      || field->type == COALITION_FIELD_REFERENCE
      || (field->type == COALITION_FIELD_CHOICE && (field->flags & COALITION_FIELD_OPEN)))
    return TRUE;

  for (guint row = 0; row < coalition_table_get_n_rows (table) && n < 1000; row++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (coalition_table_get_cell (table, row, column)));
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      if (*cell == '\0')
        continue;
      n++;
      n_good += coalition_field_parse (field, cell, &value, NULL);
    }

  return n_good * 2 >= n;
}

static gboolean
all_uuids (CoalitionTable *table,
           guint           column)
{
  for (guint row = 0; row < coalition_table_get_n_rows (table); row++)
    {
      const char *cell = coalition_table_get_cell (table, row, column);

      if (*cell != '\0' && !g_uuid_string_is_valid (cell))
        return FALSE;
    }

  return TRUE;
}

static const CoalitionField *
special_field (const Special *special)
{
  switch (special->use)
    {
    case COALITION_COLUMN_X:
    case COALITION_COLUMN_Y:
    case COALITION_COLUMN_PINNED:
      return coalition_kind_find_field (&coalition_kind_position, special->name);
    case COALITION_COLUMN_DETAIL:
      return coalition_kind_find_field (&coalition_kind_contact_detail, "value");
    case COALITION_COLUMN_JUDGEMENT:
      return coalition_kind_find_field (&coalition_kind_judgement, "value");
    case COALITION_COLUMN_JUDGED_ON:
      return coalition_kind_find_field (&coalition_kind_judgement, "judged_on");
    case COALITION_COLUMN_TAGS:
    case COALITION_COLUMN_LINKS:
    case COALITION_COLUMN_OWN:
    case COALITION_COLUMN_SKIP:
    case COALITION_COLUMN_ID:
    case COALITION_COLUMN_FIELD:
    default:
      return coalition_kind_find_field (&coalition_kind_tag, "name");
    }
}

static gboolean
is_taken (CoalitionMapping   *self,
          CoalitionColumnUse  use,
          const void         *what)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];

      if (column->use != use || use == COALITION_COLUMN_DETAIL)
        continue;
      if (use == COALITION_COLUMN_FIELD ? column->field == what : column->key == what)
        return TRUE;
    }

  return FALSE;
}

static void
set_column (Column               *column,
            CoalitionColumnUse    use,
            const CoalitionField *field,
            const char           *key)
{
  column->use = use;
  column->field = field;
  column->key = key;
}

static void
guess_column (CoalitionMapping *self,
              guint             i)
{
  Column *column = &self->columns[i];
  const char *heading = coalition_table_get_heading (self->table, i);
  const CoalitionField *field;
  const Special *special;

  column->use = COALITION_COLUMN_OWN;
  if (coalition_table_is_heading_blank (self->table, i))
    {
      if (coalition_table_is_column_empty (self->table, i))
        column->use = COALITION_COLUMN_SKIP;
      return;
    }
  if (g_str_has_prefix (heading, OWN_PREFIX) && heading[strlen (OWN_PREFIX)] != '\0')
    {
      g_free (column->own_name);
      column->own_name = g_strdup (heading + strlen (OWN_PREFIX));
      return;
    }
  if (g_ascii_strcasecmp (heading, "id") == 0)
    {
      /* Ids of these follow from what they join. */
      if (self->kind == &coalition_kind_position || self->kind == &coalition_kind_forum_position
          || self->kind == &coalition_kind_party_tag)
        column->use = COALITION_COLUMN_SKIP;
      else if (all_uuids (self->table, i) && !is_taken (self, COALITION_COLUMN_ID, NULL))
        set_column (column, COALITION_COLUMN_ID, NULL, NULL);
      return;
    }

  field = coalition_kind_match_heading (self->kind, heading);
  if (field != NULL)
    {
      if (!is_taken (self, COALITION_COLUMN_FIELD, field) && fits (self->table, i, field))
        set_column (column, COALITION_COLUMN_FIELD, field, NULL);
      return;
    }
  special = match_special (self->kind, heading);
  if (special != NULL && !is_taken (self, special->use, special->name) && fits (self->table, i, special_field (special)))
    set_column (column, special->use, special_field (special), special->name);
}

/* A heading that is the field's own name goes before one that only means it: of "Group" and "Name" the latter. */
static void
prefer_exact (CoalitionMapping *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *heading = coalition_table_get_heading (self->table, i);
      const CoalitionField *field = coalition_kind_match_heading (self->kind, heading);
      g_autofree char *folded = fold_heading (heading);

      if (field == NULL || self->columns[i].use != COALITION_COLUMN_OWN || !fits (self->table, i, field)
          || g_str_has_prefix (heading, OWN_PREFIX) || coalition_table_is_heading_blank (self->table, i))
        continue;
      for (guint j = 0; j < i; j++)
        {
          g_autofree char *other = fold_heading (coalition_table_get_heading (self->table, j));
          g_autofree char *name = fold_heading (field->name);

          if (self->columns[j].field == field && g_str_equal (folded, name) && !g_str_equal (other, name))
            {
              set_column (&self->columns[j], COALITION_COLUMN_OWN, NULL, NULL);
              set_column (&self->columns[i], COALITION_COLUMN_FIELD, field, NULL);
            }
        }
    }
}

/**
 * coalition_mapping_guess:
 * @table: what was read
 * @kind: what its rows are
 *
 * Guesses from headings and values what each column means. Whatever is not understood becomes an own field: nothing in
 * a spreadsheet is dropped without the person saying so.
 *
 * Returns: (transfer full): the mapping
 */
CoalitionMapping *
coalition_mapping_guess (CoalitionTable      *table,
                         const CoalitionKind *kind)
{
  CoalitionMapping *self = g_new0 (CoalitionMapping, 1);

  g_atomic_ref_count_init (&self->references);
  self->table = coalition_table_ref (table);
  self->kind = kind;
  self->n_columns = coalition_table_get_n_columns (table);
  self->columns = g_new0 (Column, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].own_name = g_strdup (coalition_table_get_heading (table, i));
  for (guint i = 0; i < self->n_columns; i++)
    guess_column (self, i);
  prefer_exact (self);

  return self;
}

/**
 * coalition_mapping_ref:
 * @self: a mapping
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoalitionMapping *
coalition_mapping_ref (CoalitionMapping *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * coalition_mapping_unref:
 * @self: (transfer full): a mapping
 *
 * Gives a reference back.
 */
void
coalition_mapping_unref (CoalitionMapping *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].own_name);
  g_free (self->columns);
  coalition_table_unref (self->table);
  g_free (self);
}

/**
 * coalition_mapping_get_table:
 * @self: a mapping
 *
 * The table whose columns are mapped.
 *
 * Returns: (transfer none): the table
 */
CoalitionTable *
coalition_mapping_get_table (CoalitionMapping *self)
{
  return self->table;
}

/**
 * coalition_mapping_get_kind:
 * @self: a mapping
 *
 * What the rows of the table are.
 *
 * Returns: the kind
 */
const CoalitionKind *
coalition_mapping_get_kind (CoalitionMapping *self)
{
  return self->kind;
}

/**
 * coalition_mapping_get_use:
 * @self: a mapping
 * @column: a column
 *
 * What becomes of @column.
 *
 * Returns: its use
 */
CoalitionColumnUse
coalition_mapping_get_use (CoalitionMapping *self,
                           guint             column)
{
  return self->columns[column].use;
}

/**
 * coalition_mapping_get_field:
 * @self: a mapping
 * @column: a column
 *
 * The field as which the cells of @column are read: one of the kind, or of the position, contact detail or judgement.
 *
 * Returns: (nullable): the field, or %NULL for ids, own fields and what is left out
 */
const CoalitionField *
coalition_mapping_get_field (CoalitionMapping *self,
                             guint             column)
{
  return self->columns[column].field;
}

/**
 * coalition_mapping_get_key:
 * @self: a mapping
 * @column: a column
 *
 * The kind of contact detail or the aspect that is judged.
 *
 * Returns: (nullable): the key of the choice
 */
const char *
coalition_mapping_get_key (CoalitionMapping *self,
                           guint             column)
{
  return self->columns[column].key;
}

/**
 * coalition_mapping_get_own_name:
 * @self: a mapping
 * @column: a column
 *
 * The name of the own field that @column becomes if it is mapped to nothing else.
 *
 * Returns: the name
 */
const char *
coalition_mapping_get_own_name (CoalitionMapping *self,
                                guint             column)
{
  return self->columns[column].own_name;
}

/**
 * coalition_mapping_get_target:
 * @self: a mapping
 * @column: a column
 *
 * What @column is mapped to, as coalition_mapping_set_target() takes it.
 *
 * Returns: name of the target, "own" or "skip"
 */
const char *
coalition_mapping_get_target (CoalitionMapping *self,
                              guint             column)
{
  switch (self->columns[column].use)
    {
    case COALITION_COLUMN_SKIP:
      return "skip";
    case COALITION_COLUMN_ID:
      return "id";
    case COALITION_COLUMN_FIELD:
      return self->columns[column].field->name;
    case COALITION_COLUMN_X:
    case COALITION_COLUMN_Y:
    case COALITION_COLUMN_PINNED:
    case COALITION_COLUMN_TAGS:
    case COALITION_COLUMN_DETAIL:
    case COALITION_COLUMN_JUDGEMENT:
    case COALITION_COLUMN_JUDGED_ON:
    case COALITION_COLUMN_LINKS:
      return self->columns[column].key;
    case COALITION_COLUMN_OWN:
    default:
      return "own";
    }
}

/**
 * coalition_mapping_set_target:
 * @self: a mapping
 * @column: a column
 * @target: name of a field or another target of the kind, "own", "own:NAME" or "skip"
 * @error: return location for a #GError
 *
 * Maps @column to @target. A column that was only mapped to it so far becomes an own field.
 *
 * Returns: %FALSE with %COALITION_EXCHANGE_ERROR_MAPPING if there is no such target
 */
gboolean
coalition_mapping_set_target (CoalitionMapping  *self,
                              guint              column,
                              const char        *target,
                              GError           **error)
{
  Column wanted = { COALITION_COLUMN_OWN, NULL, NULL, NULL };
  const CoalitionField *field = coalition_kind_find_field (self->kind, target);
  const Special *special = find_special (self->kind, target);

  if (g_str_equal (target, "skip"))
    wanted.use = COALITION_COLUMN_SKIP;
  else if (g_str_equal (target, "id"))
    wanted.use = COALITION_COLUMN_ID;
  else if (field != NULL)
    set_column (&wanted, COALITION_COLUMN_FIELD, field, NULL);
  else if (special != NULL)
    set_column (&wanted, special->use, special_field (special), special->name);
  else if (g_str_has_prefix (target, OWN_PREFIX) && target[strlen (OWN_PREFIX)] != '\0')
    {
      g_free (self->columns[column].own_name);
      self->columns[column].own_name = g_strdup (target + strlen (OWN_PREFIX));
    }
  else if (!g_str_equal (target, "own"))
    {
      g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING,
                   _("“%s” is no field of the kind “%s”"), target, self->kind->name);
      return FALSE;
    }

  for (guint i = 0; i < self->n_columns; i++)
    if (i != column && wanted.use != COALITION_COLUMN_OWN && wanted.use != COALITION_COLUMN_SKIP
        && wanted.use != COALITION_COLUMN_DETAIL && self->columns[i].use == wanted.use
        && self->columns[i].field == wanted.field && self->columns[i].key == wanted.key)
      set_column (&self->columns[i], COALITION_COLUMN_OWN, NULL, NULL);
  set_column (&self->columns[column], wanted.use, wanted.field, wanted.key);

  return TRUE;
}

/**
 * coalition_mapping_check:
 * @self: a mapping
 * @error: return location for a #GError
 *
 * Whether the rows can become records at all: a column for the id, or one for each field that is never empty.
 *
 * Returns: %FALSE with %COALITION_EXCHANGE_ERROR_MAPPING if not; the message names the field that is missing
 */
gboolean
coalition_mapping_check (CoalitionMapping  *self,
                         GError           **error)
{
  if (self->kind == &coalition_kind_campaign || coalition_mapping_find_use (self, COALITION_COLUMN_ID) >= 0)
    return TRUE;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const CoalitionField *field = &self->kind->fields[i];

      if (!(field->flags & COALITION_FIELD_REQUIRED) || is_taken (self, COALITION_COLUMN_FIELD, field))
        continue;
      /* What lies on the map lies on the first view, if nothing else is said. */
      if (g_strcmp0 (field->target, "view") == 0)
        continue;
      g_set_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_MAPPING,
                   _("no column holds “%s” (%s) of the kind “%s”: say which one does"), _(field->label), field->name,
                   self->kind->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * coalition_mapping_find_use:
 * @self: a mapping
 * @use: a use
 *
 * The first column of that use.
 *
 * Returns: the column, or -1 if there is none
 */
int
coalition_mapping_find_use (CoalitionMapping   *self,
                            CoalitionColumnUse  use)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].use == use)
      return i;

  return -1;
}

/**
 * coalition_mapping_list_targets:
 * @kind: a kind
 *
 * What the columns of a table of @kind can be mapped to, besides "own" and "skip".
 *
 * Returns: (transfer full) (element-type CoalitionTarget): the targets, the fields first
 */
GArray *
coalition_mapping_list_targets (const CoalitionKind *kind)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (CoalitionTarget));
  CoalitionTarget target;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      target = (CoalitionTarget) { kind->fields[i].name, _(kind->fields[i].label) };
      g_array_append_val (targets, target);
    }
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    {
      if (!special_is_of (&specials[i], kind))
        continue;
      target = (CoalitionTarget) { specials[i].name, _(specials[i].label) };
      g_array_append_val (targets, target);
    }
  target = (CoalitionTarget) { "id", _("Id (from an earlier export)") };
  g_array_append_val (targets, target);

  return targets;
}

/**
 * coalition_mapping_make_own_heading:
 * @kind: a kind
 * @name: the name of an own field of it
 *
 * The heading under which an own field is exported: its name, with "own:" before it where the name alone would be
 * taken for a built-in field, or would not come back as it was.
 *
 * Returns: (transfer full): the heading
 */
char *
coalition_mapping_make_own_heading (const CoalitionKind *kind,
                                    const char          *name)
{
  if (g_ascii_strcasecmp (name, "id") == 0 || g_str_has_prefix (name, OWN_PREFIX)
      || coalition_kind_match_heading (kind, name) != NULL
      || match_special (kind, name) != NULL)
    return g_strconcat (OWN_PREFIX, name, NULL);

  return g_strdup (name);
}

/* --- which kind ------------------------------------------------------------------------------------------------ */

/**
 * coalition_kind_is_importable:
 * @kind: a kind
 *
 * Whether files can hold records of @kind. Values of own fields come as columns of the records that have them.
 *
 * Returns: %TRUE if they can
 */
gboolean
coalition_kind_is_importable (const CoalitionKind *kind)
{
  return kind != &coalition_kind_own_value;
}

static const CoalitionKind *
guess_from_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strchr (base, '.');
  g_autofree char *folded = NULL;
  const CoalitionKind *kind;

  if (dot != NULL)
    *dot = '\0';
  folded = coalition_text_fold (base);
  g_strdelimit (folded, "_ ", '-');
  kind = coalition_kinds_find (folded);

  return kind != NULL && coalition_kind_is_importable (kind) ? kind : NULL;
}

/**
 * coalition_table_guess_kind:
 * @table: what was read
 *
 * What the rows of @table are: what the source says, else what its file is called (ties.csv), else the kind whose
 * required fields are all among the headings, with the most headings understood, those that are names of fields before
 * those that mean them.
 *
 * Returns: (nullable): the kind, or %NULL if nothing fits
 */
const CoalitionKind *
coalition_table_guess_kind (CoalitionTable *table)
{
  const CoalitionKind *const *kinds;
  const CoalitionKind *best = coalition_table_get_kind (table);
  guint n_kinds, best_score = 0;

  if (best == NULL)
    best = guess_from_name (coalition_table_get_name (table));
  if (best != NULL)
    return best;

  kinds = coalition_kinds_get_all (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (CoalitionMapping) mapping = NULL;
      guint score = 0;

      if (!coalition_kind_is_importable (kinds[i]))
        continue;
      mapping = coalition_mapping_guess (table, kinds[i]);
      /* There is one campaign, so its file must be unmistakable. */
      if (kinds[i] == &coalition_kind_campaign
          && !is_taken (mapping, COALITION_COLUMN_FIELD, coalition_kind_find_field (kinds[i], "us")))
        continue;
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          gboolean taken = is_taken (mapping, COALITION_COLUMN_FIELD, &kinds[i]->fields[j]);

          if (!taken && (kinds[i]->fields[j].flags & COALITION_FIELD_REQUIRED))
            {
              score = 0;
              break;
            }
          score += taken ? ((kinds[i]->fields[j].flags & COALITION_FIELD_REQUIRED) ? 3 : 2) : 0;
        }
      /* Of kinds that fit alike, the one whose own names the headings are. */
      for (guint j = 0; score > 0 && j < mapping->n_columns; j++)
        score += mapping->columns[j].use == COALITION_COLUMN_FIELD
                 && g_str_equal (mapping->columns[j].field->name, coalition_table_get_heading (table, j));
      /* Parties are what people have most of. */
      if (score > 0 && kinds[i] == &coalition_kind_party)
        score++;
      if (score > best_score)
        {
          best = kinds[i];
          best_score = score;
        }
    }

  return best;
}
