/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CoalitionProfile
{
  CoalitionBallotKind kind;
  guint n_options;
  char **options;
  GHashTable *index;
  GArray *counts; /* guint: how often each ballot was cast */
  GArray *marks;  /* int: n_options for each ballot */
  guint64 n_ballots;
  guint64 n_blank;
};

G_DEFINE_QUARK (coalition-voting-error-quark, coalition_voting_error)

/**
 * coalition_profile_new:
 * @kind: what the marks mean
 * @options: (array length=n_options): names, each once
 * @n_options: at most %COALITION_PROFILE_MAX_OPTIONS
 *
 * Makes a profile without ballots.
 *
 * Returns: (transfer full): the profile
 */
CoalitionProfile *
coalition_profile_new (CoalitionBallotKind  kind,
                       const char *const   *options,
                       guint                n_options)
{
  CoalitionProfile *self = g_new0 (CoalitionProfile, 1);

  g_assert (n_options <= COALITION_PROFILE_MAX_OPTIONS);
  self->kind = kind;
  self->n_options = n_options;
  self->options = g_new0 (char *, n_options + 1);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < n_options; i++)
    {
      self->options[i] = g_strdup (options[i]);
      g_hash_table_insert (self->index, self->options[i], GUINT_TO_POINTER (i + 1));
    }
  g_assert (g_hash_table_size (self->index) == n_options);

  return self;
}

/**
 * coalition_profile_free:
 * @self: (transfer full): a profile
 *
 * Frees a profile.
 */
void
coalition_profile_free (CoalitionProfile *self)
{
  g_strfreev (self->options);
  g_hash_table_unref (self->index);
  g_array_unref (self->counts);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * coalition_profile_add:
 * @self: a profile
 * @count: how often this ballot was cast
 * @marks: (array): a mark for each option, or %COALITION_UNMARKED
 * @error: return location for a #GError
 *
 * Adds ballots. A ballot without any mark is blank; it counts among the ballots and for nobody.
 *
 * Returns: %FALSE with %COALITION_VOTING_ERROR_SIZE if there are too many votes
 */
gboolean
coalition_profile_add (CoalitionProfile  *self,
                       guint              count,
                       const int         *marks,
                       GError           **error)
{
  gboolean blank = TRUE;

  if (self->n_ballots + count > COALITION_PROFILE_MAX_VOTES)
    {
      g_set_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_SIZE,
                   _("More than %" G_GUINT64_FORMAT " votes cannot be counted"), COALITION_PROFILE_MAX_VOTES);
      return FALSE;
    }
  for (guint i = 0; i < self->n_options; i++)
    blank = blank && marks[i] == COALITION_UNMARKED;
  g_array_append_val (self->counts, count);
  g_array_append_vals (self->marks, marks, self->n_options);
  self->n_ballots += count;
  if (blank)
    self->n_blank += count;

  return TRUE;
}

/**
 * coalition_profile_get_kind:
 * @self: a profile
 *
 * Returns: what its marks mean
 */
CoalitionBallotKind
coalition_profile_get_kind (const CoalitionProfile *self)
{
  return self->kind;
}

/**
 * coalition_profile_get_n_options:
 * @self: a profile
 *
 * Returns: the number of options
 */
guint
coalition_profile_get_n_options (const CoalitionProfile *self)
{
  return self->n_options;
}

/**
 * coalition_profile_get_option:
 * @self: a profile
 * @option: index of an option
 *
 * Returns: (transfer none): its name
 */
const char *
coalition_profile_get_option (const CoalitionProfile *self,
                              guint                   option)
{
  return self->options[option];
}

/**
 * coalition_profile_find_option:
 * @self: a profile
 * @name: a name
 *
 * Returns: the index of the option, or -1
 */
int
coalition_profile_find_option (const CoalitionProfile *self,
                               const char             *name)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->index, name)) - 1;
}

/**
 * coalition_profile_get_n_different:
 * @self: a profile
 *
 * Returns: how many ballots were added, each with its count
 */
guint
coalition_profile_get_n_different (const CoalitionProfile *self)
{
  return self->counts->len;
}

/**
 * coalition_profile_get_n_ballots:
 * @self: a profile
 *
 * Returns: how many ballots were cast, blank ones included
 */
guint64
coalition_profile_get_n_ballots (const CoalitionProfile *self)
{
  return self->n_ballots;
}

/**
 * coalition_profile_get_n_blank:
 * @self: a profile
 *
 * Returns: how many ballots were cast without a mark
 */
guint64
coalition_profile_get_n_blank (const CoalitionProfile *self)
{
  return self->n_blank;
}

/**
 * coalition_profile_get_ballot:
 * @self: a profile
 * @index: which of the different ballots
 * @count: (out): how often it was cast
 *
 * Returns: (transfer none) (array): its marks, one for each option
 */
const int *
coalition_profile_get_ballot (const CoalitionProfile *self,
                              guint                   index,
                              guint                  *count)
{
  *count = g_array_index (self->counts, guint, index);

  return (const int *) (void *) self->marks->data + (gsize) index * self->n_options;
}
