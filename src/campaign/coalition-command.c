/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-command-private.h"

#include "coalition-campaign.h"
#include "coalition-text.h"

struct _CoalitionCommand
{
  gatomicrefcount references;
  char *message;
  GStrv arguments;
  GPtrArray *operations;
  GHashTable *latest; /* id → the last operation on that record */
};

static void
operation_free (CoalitionOperation *operation)
{
  for (guint i = 0; operation->values != NULL && i < operation->kind->n_fields; i++)
    coalition_value_clear (&operation->values[i]);
  g_free (operation->values);
  g_free (operation->set);
  g_free (operation->id);
  g_free (operation);
}

static CoalitionOperation *
add_operation (CoalitionCommand       *self,
               CoalitionOperationType  type,
               const CoalitionKind    *kind,
               const char             *id)
{
  CoalitionOperation *operation = g_new0 (CoalitionOperation, 1);

  operation->type = type;
  operation->kind = kind;
  operation->id = g_strdup (id);
  if (type != COALITION_OPERATION_DELETE)
    {
      operation->values = g_new0 (CoalitionValue, kind->n_fields);
      operation->set = g_new0 (gboolean, kind->n_fields);
    }
  g_ptr_array_add (self->operations, operation);
  g_hash_table_insert (self->latest, operation->id, operation);

  return operation;
}

static CoalitionOperation *
get_operation (CoalitionCommand       *self,
               CoalitionOperationType  type,
               const CoalitionKind    *kind,
               const char             *id)
{
  CoalitionOperation *operation = g_hash_table_lookup (self->latest, id);

  if (operation == NULL || operation->kind != kind || operation->type == COALITION_OPERATION_DELETE)
    operation = add_operation (self, type, kind, id);

  return operation;
}

/**
 * coalition_command_new:
 * @message_id: what the edit does, for the history, marked with N_(), with a %s for each argument
 * @...: texts for the placeholders, ended by %NULL
 *
 * Begins a command. The message is stored untranslated together with its arguments and translated when shown.
 *
 * Returns: (transfer full): an empty command
 */
CoalitionCommand *
coalition_command_new (const char *message_id,
                       ...)
{
  CoalitionCommand *self = g_new0 (CoalitionCommand, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *argument;
  va_list arguments;

  g_atomic_ref_count_init (&self->references);
  self->message = g_strdup (message_id);
  va_start (arguments, message_id);
  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (arguments);
  self->arguments = g_strv_builder_end (builder);
  self->operations = g_ptr_array_new_with_free_func ((GDestroyNotify) operation_free);
  self->latest = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * coalition_command_ref:
 * @self: a command
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoalitionCommand *
coalition_command_ref (CoalitionCommand *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * coalition_command_unref:
 * @self: (transfer full): a command
 *
 * Drops a reference.
 */
void
coalition_command_unref (CoalitionCommand *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->latest);
  g_ptr_array_unref (self->operations);
  g_strfreev (self->arguments);
  g_free (self->message);
  g_free (self);
}

/**
 * coalition_command_insert:
 * @self: a command
 * @kind: kind of the new record
 * @id: (nullable): its id, or %NULL for a new UUID
 *
 * Makes a new record; set its fields with coalition_command_set() and the like.
 *
 * Returns: (transfer none): its id, valid as long as @self
 */
const char *
coalition_command_insert (CoalitionCommand    *self,
                          const CoalitionKind *kind,
                          const char          *id)
{
  g_autofree char *fresh = id == NULL ? coalition_uuid () : NULL;

  return add_operation (self, COALITION_OPERATION_INSERT, kind, id != NULL ? id : fresh)->id;
}

static void
set_value (CoalitionOperation   *operation,
           int                   index,
           const CoalitionValue *value)
{
  g_return_if_fail (index >= 0);
  coalition_value_clear (&operation->values[index]);
  coalition_value_copy (value, &operation->values[index]);
  operation->set[index] = TRUE;
}

static void
set_own (CoalitionCommand     *self,
         const char           *record_id,
         const CoalitionField *field,
         const CoalitionValue *value)
{
  const char *own_id = coalition_field_get_own_id (field);
  g_autofree char *id = coalition_own_value_id (own_id, record_id);
  g_autofree char *text = coalition_value_to_text (value);

  if (text == NULL)
    {
      coalition_command_delete (self, &coalition_kind_own_value, id);
      return;
    }
  if (field->type == COALITION_FIELD_BOOLEAN && value->type == COALITION_VALUE_INTEGER)
    {
      g_free (text);
      text = g_strdup (value->integer ? "yes" : "no");
    }
  get_operation (self, COALITION_OPERATION_UPSERT, &coalition_kind_own_value, id);
  coalition_command_set_text (self, &coalition_kind_own_value, id, "field", own_id);
  coalition_command_set_text (self, &coalition_kind_own_value, id, "record", record_id);
  coalition_command_set_text (self, &coalition_kind_own_value, id, "value", text);
}

/**
 * coalition_command_set:
 * @self: a command
 * @kind: kind of the record
 * @id: its id
 * @field: one of the fields of @kind, or one of the campaign's own
 * @value: the new value
 *
 * Sets a field, of a record made in this command or of one that is there already.
 */
void
coalition_command_set (CoalitionCommand     *self,
                       const CoalitionKind  *kind,
                       const char           *id,
                       const CoalitionField *field,
                       const CoalitionValue *value)
{
  if (coalition_field_get_own_id (field) != NULL)
    set_own (self, id, field, value);
  else
    set_value (get_operation (self, COALITION_OPERATION_UPDATE, kind, id), field - kind->fields, value);
}

static void
set_named (CoalitionCommand     *self,
           const CoalitionKind  *kind,
           const char           *id,
           const char           *field,
           const CoalitionValue *value)
{
  set_value (get_operation (self, COALITION_OPERATION_UPDATE, kind, id), coalition_kind_field_index (kind, field), value);
}

/**
 * coalition_command_set_text:
 * @self: a command
 * @kind: kind of the record
 * @id: its id
 * @field: name of a field that holds text
 * @text: (nullable): the text; %NULL and empty text make it unknown
 *
 * Sets a field to text.
 */
void
coalition_command_set_text (CoalitionCommand    *self,
                            const CoalitionKind *kind,
                            const char          *id,
                            const char          *field,
                            const char          *text)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  coalition_value_set_text (&value, text);
  set_named (self, kind, id, field, &value);
}

/**
 * coalition_command_set_integer:
 * @self: a command
 * @kind: kind of the record
 * @id: its id
 * @field: name of a field that holds a whole number, or yes and no
 * @integer: the number
 *
 * Sets a field to a whole number.
 */
void
coalition_command_set_integer (CoalitionCommand    *self,
                               const CoalitionKind *kind,
                               const char          *id,
                               const char          *field,
                               gint64               integer)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  coalition_value_set_integer (&value, integer);
  set_named (self, kind, id, field, &value);
}

/**
 * coalition_command_set_real:
 * @self: a command
 * @kind: kind of the record
 * @id: its id
 * @field: name of a field that holds a number
 * @real: the number
 *
 * Sets a field to a number.
 */
void
coalition_command_set_real (CoalitionCommand    *self,
                            const CoalitionKind *kind,
                            const char          *id,
                            const char          *field,
                            double               real)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  coalition_value_set_real (&value, real);
  set_named (self, kind, id, field, &value);
}

/**
 * coalition_command_set_null:
 * @self: a command
 * @kind: kind of the record
 * @id: its id
 * @field: name of a field
 *
 * Makes a field unknown.
 */
void
coalition_command_set_null (CoalitionCommand    *self,
                            const CoalitionKind *kind,
                            const char          *id,
                            const char          *field)
{
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  set_named (self, kind, id, field, &value);
}

/**
 * coalition_command_delete:
 * @self: a command
 * @kind: kind of the record
 * @id: its id
 *
 * Deletes a record with all that belongs to it; other references to it become unknown. A record that is not there is
 * none to delete.
 */
void
coalition_command_delete (CoalitionCommand    *self,
                          const CoalitionKind *kind,
                          const char          *id)
{
  add_operation (self, COALITION_OPERATION_DELETE, kind, id);
}

/**
 * coalition_command_set_position:
 * @self: a command
 * @view_id: id of a view
 * @party_id: id of a party
 * @x: map units from the left
 * @y: map units from the top
 * @pinned: whether a person put it there
 *
 * Puts a party somewhere in a view, whether or not it had a position there.
 */
void
coalition_command_set_position (CoalitionCommand *self,
                                const char       *view_id,
                                const char       *party_id,
                                double            x,
                                double            y,
                                gboolean          pinned)
{
  const CoalitionKind *kind = &coalition_kind_position;
  g_autofree char *id = coalition_position_id (view_id, party_id);

  get_operation (self, COALITION_OPERATION_UPSERT, kind, id);
  coalition_command_set_text (self, kind, id, "view", view_id);
  coalition_command_set_text (self, kind, id, "party", party_id);
  coalition_command_set_real (self, kind, id, "x", x);
  coalition_command_set_real (self, kind, id, "y", y);
  coalition_command_set_integer (self, kind, id, "pinned", pinned);
}

/**
 * coalition_command_set_forum_position:
 * @self: a command
 * @view_id: id of a view
 * @forum_id: id of a forum that is drawn as a hub
 * @x: of the middle of the hub, in map units from the left
 * @y: map units from the top
 *
 * Puts the hub of a forum somewhere in a view, whether or not it had a position there.
 */
void
coalition_command_set_forum_position (CoalitionCommand *self,
                                      const char       *view_id,
                                      const char       *forum_id,
                                      double            x,
                                      double            y)
{
  const CoalitionKind *kind = &coalition_kind_forum_position;
  g_autofree char *id = coalition_position_id (view_id, forum_id);

  get_operation (self, COALITION_OPERATION_UPSERT, kind, id);
  coalition_command_set_text (self, kind, id, "view", view_id);
  coalition_command_set_text (self, kind, id, "forum", forum_id);
  coalition_command_set_real (self, kind, id, "x", x);
  coalition_command_set_real (self, kind, id, "y", y);
}

/**
 * coalition_command_is_empty:
 * @self: a command
 *
 * Whether the command does nothing.
 *
 * Returns: %TRUE if it has no operations
 */
gboolean
coalition_command_is_empty (CoalitionCommand *self)
{
  return self->operations->len == 0;
}

/* The untranslated message. */
const char *
coalition_command_get_message (CoalitionCommand *self)
{
  return self->message;
}

/* Its arguments. */
GStrv
coalition_command_get_arguments (CoalitionCommand *self)
{
  return self->arguments;
}

/* What it does. */
GPtrArray *
coalition_command_get_operations (CoalitionCommand *self)
{
  return self->operations;
}

/**
 * coalition_position_id:
 * @view_id: id of a view
 * @party_id: id of a party
 *
 * The id of a party's position in a view: made of the two, so that copies of a campaign agree on it.
 *
 * Returns: (transfer full): the id
 */
char *
coalition_position_id (const char *view_id,
                       const char *party_id)
{
  return g_strconcat (view_id, "/", party_id, NULL);
}

/**
 * coalition_own_value_id:
 * @own_field_id: id of an own field
 * @record_id: id of the record that has the value
 *
 * The id of the value of an own field.
 *
 * Returns: (transfer full): the id
 */
char *
coalition_own_value_id (const char *own_field_id,
                        const char *record_id)
{
  return g_strconcat (own_field_id, "/", record_id, NULL);
}

/**
 * coalition_party_tag_id:
 * @party_id: id of a party
 * @tag_id: id of a tag
 *
 * The id of the link between a party and a tag.
 *
 * Returns: (transfer full): the id
 */
char *
coalition_party_tag_id (const char *party_id,
                        const char *tag_id)
{
  return g_strconcat (party_id, "/", tag_id, NULL);
}
