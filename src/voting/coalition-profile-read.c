/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two forms of ballots in text. Ours has a line for each kind of ballot: "COUNT: A > B = C" (ranked), "COUNT: A, B"
 * (approval), "COUNT: A:3, B:1" (points); names are quoted where they hold signs, a quote in a name is doubled, "#"
 * begins a comment. PrefLib's (Mattei and Walsh 2013; preflib.org) has numbered options and "COUNT: 1,2,{3,4}", with
 * headers in lines that begin with "#" (since 2022) or in the first lines (before). Options that no ballot names are not
 * known in ours. */

/* No one reads more messages than this about one file. */
#define MOST_PROBLEMS 50

typedef struct
{
  GPtrArray *names;
  GHashTable *index; /* name -> index + 1 */
  GArray *entries;   /* Entry: all marks, in the order of the source */
  GArray *ballots;   /* Ballot */
  GPtrArray *problems;
  guint line;
} Reader;

typedef struct
{
  guint option;
  int mark;
} Entry;

typedef struct
{
  guint count;
  guint first;
  guint end;
} Ballot;

static void
problem_free (gpointer data)
{
  CoalitionProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

/**
 * coalition_problems_new:
 *
 * Makes a list for coalition_profile_parse().
 *
 * Returns: (transfer full) (element-type CoalitionProblem): an empty list
 */
GPtrArray *
coalition_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

static void reader_complain (Reader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
reader_complain (Reader     *self,
                 const char *format,
                 ...)
{
  CoalitionProblem *problem;
  va_list arguments;

  if (self->problems->len >= MOST_PROBLEMS)
    return;
  problem = g_new0 (CoalitionProblem, 1);
  problem->line = self->line;
  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->problems, problem);
}

static void
reader_init (Reader    *self,
             GPtrArray *problems)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->ballots = g_array_new (FALSE, FALSE, sizeof (Ballot));
  self->problems = problems != NULL ? g_ptr_array_ref (problems) : coalition_problems_new ();
  self->line = 0;
}

static void
reader_clear (Reader *self)
{
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->names);
  g_array_unref (self->entries);
  g_array_unref (self->ballots);
  g_ptr_array_unref (self->problems);
}

static guint
reader_name (Reader *self,
             char   *name)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, name));

  if (known > 0)
    {
      g_free (name);
      return known - 1;
    }
  g_ptr_array_add (self->names, name);
  g_hash_table_insert (self->index, name, GUINT_TO_POINTER (self->names->len));

  return self->names->len - 1;
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ' || **at == '\t' || **at == '\r')
    ++*at;
}

/* A whole number up to @most; FALSE if there is none. */
static gboolean
read_number (const char **at,
             guint64      most,
             guint64     *number)
{
  guint64 value = 0;

  skip_blanks (at);
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); ++*at)
    {
      value = value * 10 + (guint) (**at - '0');
      if (value > most)
        return FALSE;
    }
  skip_blanks (at);
  *number = value;

  return TRUE;
}

/* A name, quoted or not; NULL after a complaint. */
static char *
read_name (Reader      *self,
           const char **at)
{
  g_autoptr (GString) name = g_string_new (NULL);

  skip_blanks (at);
  if (**at == '"')
    {
      for (++*at; **at != '\0' && (**at != '"' || (*at)[1] == '"'); ++*at)
        {
          g_string_append_c (name, **at);
          if (**at == '"')
            ++*at;
        }
      if (**at != '"')
        {
          reader_complain (self, _("a quoted name does not end: close it with \""));
          return NULL;
        }
      ++*at;
    }
  else
    {
      gsize length = strcspn (*at, ">=,:#\"{}");

      g_string_append_len (name, *at, length);
      *at += length;
      while (name->len > 0 && g_ascii_isspace (name->str[name->len - 1]))
        g_string_truncate (name, name->len - 1);
    }
  skip_blanks (at);
  if (name->len == 0)
    {
      reader_complain (self, _("a name is missing"));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
read_count (Reader      *self,
            const char **at,
            guint       *count)
{
  guint64 number;

  if (!read_number (at, COALITION_PROFILE_MAX_VOTES, &number) || number == 0)
    {
      reader_complain (self, _("the line does not begin with a number of ballots: write COUNT: and then the ballot"));
      return FALSE;
    }
  if (**at != ':')
    {
      reader_complain (self, _("there is no “:” after the number of ballots"));
      return FALSE;
    }
  ++*at;
  skip_blanks (at);
  *count = number;

  return TRUE;
}

static gboolean
reader_mark (Reader *self,
             guint   first,
             guint   option,
             int     mark)
{
  Entry entry = { option, mark };

  for (guint i = first; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).option == option)
      {
        reader_complain (self, _("“%s” stands on the ballot twice"), (const char *) g_ptr_array_index (self->names, option));
        return FALSE;
      }
  g_array_append_val (self->entries, entry);

  return TRUE;
}

/* What follows a name on a ballot of @kind: TRUE if it goes on. */
static gboolean
read_sign (Reader               *self,
           CoalitionBallotKind   kind,
           const char          **at,
           int                  *mark,
           gboolean             *failed)
{
  const char *signs = kind == COALITION_BALLOT_RANKED ? ">=" : ",";

  if (**at == '\0' || **at == '#')
    return FALSE;
  if (strchr (signs, **at) == NULL)
    {
      if (kind == COALITION_BALLOT_RANKED)
        reader_complain (self, _("“%.*s” is not expected here: put “>” or “=” between names"), g_utf8_skip[*(const guchar *) *at], *at);
      else
        reader_complain (self, _("“%.*s” is not expected here: put “,” between names"), g_utf8_skip[*(const guchar *) *at], *at);
      *failed = TRUE;
      return FALSE;
    }
  if (**at == '>')
    ++*mark;
  ++*at;

  return TRUE;
}

static void
read_line (Reader              *self,
           CoalitionBallotKind  kind,
           const char          *at)
{
  Ballot ballot = { 0, self->entries->len, 0 };
  int mark = 1;
  gboolean failed = FALSE;

  skip_blanks (&at);
  if (*at == '\0' || *at == '#')
    return;
  if (!read_count (self, &at, &ballot.count))
    return;
  if (*at != '\0' && *at != '#')
    do
      {
        char *name = read_name (self, &at);
        guint64 points;
        guint option;

        if (name == NULL)
          return;
        option = reader_name (self, name);
        if (kind == COALITION_BALLOT_POINTS)
          {
            if (*at != ':' || (at++, !read_number (&at, COALITION_PROFILE_MAX_POINTS, &points)))
              {
                reader_complain (self, _("“%s” has no points: write NAME:POINTS, a whole number from 0 to %d"),
                                 (const char *) g_ptr_array_index (self->names, option), COALITION_PROFILE_MAX_POINTS);
                return;
              }
            mark = points;
          }
        if (!reader_mark (self, ballot.first, option, mark))
          return;
      }
    while (read_sign (self, kind, &at, &mark, &failed));
  if (failed)
    return;
  ballot.end = self->entries->len;
  g_array_append_val (self->ballots, ballot);
}

static CoalitionProfile *
reader_finish (Reader               *self,
               CoalitionBallotKind   kind,
               GError              **error)
{
  g_autoptr (CoalitionProfile) profile = NULL;
  int marks[COALITION_PROFILE_MAX_OPTIONS];

  if (self->problems->len == 0 && self->names->len > COALITION_PROFILE_MAX_OPTIONS)
    reader_complain (self, _("there are %u options: at most %d can be counted"), self->names->len, COALITION_PROFILE_MAX_OPTIONS);
  if (self->problems->len > 0)
    {
      const CoalitionProblem *first = g_ptr_array_index (self->problems, 0);

      g_set_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_SOURCE, _("Line %u: %s"), first->line, first->message);
      return NULL;
    }
  if (self->names->len == 0)
    {
      g_set_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_METHOD, _("There is no ballot with a mark on it"));
      return NULL;
    }
  profile = coalition_profile_new (kind, (const char *const *) self->names->pdata, self->names->len);
  for (guint i = 0; i < self->ballots->len; i++)
    {
      const Ballot *ballot = &g_array_index (self->ballots, Ballot, i);

      for (guint j = 0; j < self->names->len; j++)
        marks[j] = COALITION_UNMARKED;
      for (guint j = ballot->first; j < ballot->end; j++)
        marks[g_array_index (self->entries, Entry, j).option] = g_array_index (self->entries, Entry, j).mark;
      if (!coalition_profile_add (profile, ballot->count, marks, error))
        return NULL;
    }

  return g_steal_pointer (&profile);
}

static char **
split_lines (const char  *text,
             gsize        length,
             GError     **error)
{
  g_autofree char *copy = NULL;

  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error (error, COALITION_VOTING_ERROR, COALITION_VOTING_ERROR_SOURCE,
                   _("The file is not a text in UTF-8: save it as plain text in that encoding"));
      return NULL;
    }
  if (g_str_has_prefix (text, "\357\273\277"))
    {
      text += 3;
      length -= 3;
    }
  copy = g_strndup (text, length);

  return g_strsplit (copy, "\n", -1);
}

/**
 * coalition_profile_parse:
 * @kind: which marks to expect
 * @text: ballots, a line for each kind of ballot
 * @length: of @text in bytes
 * @problems: (nullable) (element-type CoalitionProblem): where all problems go, at most 50
 * @error: return location for a #GError
 *
 * Reads ballots in our own form, see the comment at the top of this file. All lines are looked at; if one of them cannot be
 * read nothing is counted.
 *
 * Returns: (transfer full): the profile, or %NULL with the first problem in @error
 */
CoalitionProfile *
coalition_profile_parse (CoalitionBallotKind   kind,
                         const char           *text,
                         gsize                 length,
                         GPtrArray            *problems,
                         GError              **error)
{
  CoalitionProfile *profile = NULL;
  g_auto (GStrv) lines = NULL;
  Reader reader;

  reader_init (&reader, problems);
  lines = split_lines (text, length, error);
  if (lines != NULL)
    {
      for (guint i = 0; lines[i] != NULL; i++)
        {
          reader.line = i + 1;
          read_line (&reader, kind, lines[i]);
        }
      profile = reader_finish (&reader, kind, error);
    }
  reader_clear (&reader);

  return profile;
}

/* --- PrefLib ----------------------------------------------------------------------------------------------------- */

static void
name_number (Reader     *self,
             guint64     number,
             const char *name)
{
  g_autofree char *own = g_strdup_printf ("%s", name);

  g_strstrip (own);
  if (number != self->names->len + 1)
    reader_complain (self, _("option %u is expected here"), self->names->len + 1);
  else if (*own == '\0')
    reader_complain (self, _("a name is missing"));
  else if (g_hash_table_contains (self->index, own))
    reader_complain (self, _("two options are called “%s”"), own);
  else
    reader_name (self, g_steal_pointer (&own));
}

/* "# ALTERNATIVE NAME 3: Bus", of the form of 2022. Other headers tell nothing that counts. */
static void
read_header (Reader     *self,
             const char *at)
{
  const char *prefix = "# ALTERNATIVE NAME ";
  guint64 number;

  if (!g_str_has_prefix (at, prefix))
    return;
  at += strlen (prefix);
  if (!read_number (&at, COALITION_PROFILE_MAX_VOTES, &number) || *at != ':')
    {
      reader_complain (self, _("the name of an option is expected as “# ALTERNATIVE NAME NUMBER: NAME”"));
      return;
    }
  name_number (self, number, at + 1);
}

static gboolean
read_group_sign (const char **at,
                 gboolean    *in_group,
                 int         *mark)
{
  if (*in_group && **at == '}')
    {
      *in_group = FALSE;
      ++*at;
      skip_blanks (at);
    }
  if (**at != ',')
    return FALSE;
  if (!*in_group)
    ++*mark;
  ++*at;

  return TRUE;
}

/* "COUNT: 1,2,{3,4}", or before 2022 "COUNT,1,2,{3,4}". */
static void
read_order (Reader     *self,
            const char *at)
{
  Ballot ballot = { 0, self->entries->len, 0 };
  gboolean in_group = FALSE;
  guint64 number;
  int mark = 1;

  if (!read_number (&at, COALITION_PROFILE_MAX_VOTES, &number) || number == 0 || (*at != ':' && *at != ','))
    {
      reader_complain (self, _("the line does not begin with a number of ballots"));
      return;
    }
  ballot.count = number;
  at++;
  skip_blanks (&at);
  if (*at != '\0')
    do
      {
        skip_blanks (&at);
        if (!in_group && *at == '{')
          {
            in_group = TRUE;
            at++;
          }
        if (!read_number (&at, self->names->len, &number) || number == 0)
          {
            reader_complain (self, _("a number from 1 to %u, of an option, is expected"), self->names->len);
            return;
          }
        if (!reader_mark (self, ballot.first, number - 1, mark))
          return;
      }
    while (read_group_sign (&at, &in_group, &mark));
  if (*at != '\0' || in_group)
    {
      reader_complain (self, in_group ? _("a group does not end: close it with “}”") : _("something follows the ballot that is not part of it"));
      return;
    }
  ballot.end = self->entries->len;
  g_array_append_val (self->ballots, ballot);
}

/* The form before 2022: the number of options, then "NUMBER,NAME" for each, then "VOTERS,SUM,DIFFERENT". Returns where the
 * ballots begin. */
static guint
read_old_head (Reader *self,
               char  **lines)
{
  const char *at = lines[0];
  guint64 n_options, number;

  self->line = 1;
  if (!read_number (&at, COALITION_PROFILE_MAX_OPTIONS, &n_options) || *at != '\0' || n_options == 0)
    {
      reader_complain (self, _("the first line is to be the number of options, from 1 to %d"), COALITION_PROFILE_MAX_OPTIONS);
      return g_strv_length (lines);
    }
  for (guint i = 1; i <= n_options; i++)
    {
      self->line = i + 1;
      at = lines[i];
      if (at == NULL || !read_number (&at, n_options, &number) || *at != ',')
        {
          reader_complain (self, _("“%u,NAME” is expected"), i);
          return g_strv_length (lines);
        }
      name_number (self, number, at + 1);
    }

  return lines[n_options + 1] != NULL ? n_options + 2 : n_options + 1;
}

/**
 * coalition_profile_parse_preflib:
 * @text: a file of PrefLib: .soc, .soi, .toc or .toi
 * @length: of @text in bytes
 * @problems: (nullable) (element-type CoalitionProblem): where all problems go, at most 50
 * @error: return location for a #GError
 *
 * Reads ranked ballots from a file of PrefLib, of the form before or since 2022.
 *
 * Returns: (transfer full): the profile, or %NULL with the first problem in @error
 */
CoalitionProfile *
coalition_profile_parse_preflib (const char  *text,
                                 gsize        length,
                                 GPtrArray   *problems,
                                 GError     **error)
{
  CoalitionProfile *profile = NULL;
  g_auto (GStrv) lines = NULL;
  Reader reader;

  reader_init (&reader, problems);
  lines = split_lines (text, length, error);
  if (lines != NULL)
    {
      guint first = lines[0] != NULL && lines[0][0] == '#' ? 0 : read_old_head (&reader, lines);

      for (guint i = first; i < g_strv_length (lines); i++)
        {
          reader.line = i + 1;
          g_strstrip (lines[i]);
          if (lines[i][0] == '#')
            read_header (&reader, lines[i]);
          else if (lines[i][0] != '\0')
            read_order (&reader, lines[i]);
        }
      profile = reader_finish (&reader, COALITION_BALLOT_RANKED, error);
    }
  reader_clear (&reader);

  return profile;
}
