/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-network-private.h"

#include "coalition-groups.h"

#include <string.h>

G_DEFINE_QUARK (coalition-network-error-quark, coalition_network_error)
G_DEFINE_BOXED_TYPE (CoalitionNetwork, coalition_network, coalition_network_ref, coalition_network_unref)

/* Keeps a copy of a text that is hardly ever the same twice. */
const char *
coalition_network_keep_text (CoalitionNetwork *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

/* Keeps a copy of a text that many records share (kinds), once. */
const char *
coalition_network_keep_shared (CoalitionNetwork *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/* Keeps a copy of some memory. */
gpointer
coalition_network_keep_block (CoalitionNetwork *self, gconstpointer block, gsize size)
{
  gpointer kept = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (kept, block, size);
  g_ptr_array_add (self->blocks, kept);

  return kept;
}

static void
clear_image (gpointer image)
{
  g_bytes_unref (((CoalitionNetworkImage *) image)->bytes);
}

/* An empty network with room for as many parties and ties. */
CoalitionNetwork *
coalition_network_allocate (guint n_parties, guint n_ties)
{
  CoalitionNetwork *self = g_new0 (CoalitionNetwork, 1);

  g_atomic_ref_count_init (&self->refs);
  self->texts = g_string_chunk_new (16 * 1024);
  self->parties = g_new0 (CoalitionNetworkParty, MAX (n_parties, 1));
  self->ties = g_new0 (CoalitionNetworkTie, MAX (n_ties, 1));
  self->images = g_array_new (FALSE, TRUE, sizeof (CoalitionNetworkImage));
  g_array_set_clear_func (self->images, clear_image);
  self->us = -1;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->party_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->tie_index = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

static int
find_index (GHashTable *index, const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1 : -1;
}

/* Adds a party; its texts are copied. */
void
coalition_network_add_party (CoalitionNetwork *self, const CoalitionNetworkParty *party)
{
  CoalitionNetworkParty *added = &self->parties[self->n_parties];

  *added = *party;
  added->id = coalition_network_keep_text (self, party->id);
  added->name = coalition_network_keep_text (self, party->name != NULL ? party->name : "");
  added->kind = coalition_network_keep_shared (self, party->kind);
  if ((party->marks & COALITION_MARK_US) && self->us < 0)
    self->us = self->n_parties;
  g_hash_table_insert (self->party_index, (gpointer) added->id, GUINT_TO_POINTER (++self->n_parties));
}

/* Adds a tie between parties that are there; its texts are copied. */
void
coalition_network_add_tie (CoalitionNetwork *self, const CoalitionNetworkTie *tie)
{
  CoalitionNetworkTie *added = &self->ties[self->n_ties];

  g_assert (tie->from < self->n_parties && tie->to < self->n_parties);
  *added = *tie;
  added->id = coalition_network_keep_text (self, tie->id);
  added->kind = coalition_network_keep_shared (self, tie->kind);
  added->joined = MAX (tie->joined, 1);
  self->n_ties++;
}

/* Lists of the ties of each party, by counting. */
static void
index_ties (CoalitionNetwork *self)
{
  guint *next;

  self->first_of_party = g_new0 (guint, self->n_parties + 1);
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];

      g_hash_table_insert (self->tie_index, (gpointer) tie->id, GUINT_TO_POINTER (i + 1));
      self->first_of_party[tie->from + 1]++;
      if (tie->to != tie->from)
        self->first_of_party[tie->to + 1]++;
    }
  for (guint i = 0; i < self->n_parties; i++)
    self->first_of_party[i + 1] += self->first_of_party[i];

  self->of_party = g_new (guint, MAX (self->first_of_party[self->n_parties], 1));
  next = g_memdup2 (self->first_of_party, sizeof (guint) * (self->n_parties + 1));
  for (guint i = 0; i < self->n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &self->ties[i];

      self->of_party[next[tie->from]++] = i;
      if (tie->to != tie->from)
        self->of_party[next[tie->to]++] = i;
    }
  g_free (next);
}

/* The same for a pair of parties in either order. */
guint64
coalition_network_pair_key (guint a, guint b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

typedef struct {
  guint64 pair;
  guint tie;
} PairTie;

static int
compare_pair_ties (const void *a, const void *b)
{
  const PairTie *first = a, *second = b;

  if (first->pair != second->pair)
    return first->pair < second->pair ? -1 : 1;

  return first->tie < second->tie ? -1 : first->tie > second->tie;
}

/* Which of how many ties of its pair each tie is, so that they can be fanned out. */
static void
rank_ties (CoalitionNetwork *self)
{
  g_autofree PairTie *pairs = g_new (PairTie, MAX (self->n_ties, 1));

  for (guint i = 0; i < self->n_ties; i++)
    pairs[i] = (PairTie) { coalition_network_pair_key (self->ties[i].from, self->ties[i].to), i };
  qsort (pairs, self->n_ties, sizeof (PairTie), compare_pair_ties);
  for (guint start = 0, end; start < self->n_ties; start = end)
    {
      for (end = start + 1; end < self->n_ties && pairs[end].pair == pairs[start].pair;)
        end++;
      for (guint i = start; i < end; i++)
        {
          self->ties[pairs[i].tie].rank = i - start;
          self->ties[pairs[i].tie].siblings = end - start;
        }
    }
}

static int
map_party (const guint *party_map, guint party)
{
  return party_map != NULL ? (int) party_map[party] : (int) party;
}

static void
copy_forums (CoalitionNetwork *self, CoalitionNetwork *source, const guint *party_map, GHashTable *without)
{
  self->forums = g_new0 (CoalitionNetworkForum, MAX (source->n_forums, 1));
  for (guint i = 0; i < source->n_forums; i++)
    {
      CoalitionNetworkForum *forum = &self->forums[self->n_forums];
      g_autofree guint *members = g_new (guint, MAX (source->forums[i].n_members, 1));
      guint n_members = 0;

      if (without != NULL && g_hash_table_contains (without, source->forums[i].id))
        continue;
      *forum = source->forums[i];
      for (guint j = 0; j < forum->n_members; j++)
        {
          guint member = map_party (party_map, forum->members[j]);
          gboolean known = FALSE;

          for (guint k = 0; k < n_members && !known; k++)
            known = members[k] == member;
          if (!known)
            members[n_members++] = member;
        }
      forum->id = coalition_network_keep_text (self, forum->id);
      forum->name = coalition_network_keep_text (self, forum->name);
      forum->form = coalition_network_keep_shared (self, forum->form);
      forum->cadence = coalition_network_keep_shared (self, forum->cadence);
      forum->members = coalition_network_keep_block (self, members, n_members * sizeof (guint));
      forum->n_members = n_members;
      self->n_forums++;
    }
}

/* Takes over what @source has besides parties and ties. Members of forums become what @party_map says; forums whose ids
 * are in @without are left out. */
void
coalition_network_copy_rest (CoalitionNetwork *self, CoalitionNetwork *source, const guint *party_map, GHashTable *without)
{
  copy_forums (self, source, party_map, without);

  self->notes = g_new0 (CoalitionNetworkNote, MAX (source->n_notes, 1));
  for (guint i = 0; i < source->n_notes; i++)
    {
      CoalitionNetworkNote *note = &self->notes[self->n_notes++];

      *note = source->notes[i];
      note->id = coalition_network_keep_text (self, note->id);
      note->text = coalition_network_keep_text (self, note->text);
      note->color = coalition_network_keep_shared (self, note->color);
    }
  self->pictures = g_new0 (CoalitionNetworkPicture, MAX (source->n_pictures, 1));
  for (guint i = 0; i < source->n_pictures; i++)
    {
      CoalitionNetworkPicture *picture = &self->pictures[self->n_pictures++];

      *picture = source->pictures[i];
      picture->id = coalition_network_keep_text (self, picture->id);
      picture->caption = coalition_network_keep_text (self, picture->caption);
    }
  for (guint i = 0; i < source->images->len; i++)
    {
      CoalitionNetworkImage image = g_array_index (source->images, CoalitionNetworkImage, i);

      image.id = coalition_network_keep_text (self, image.id);
      image.media_type = coalition_network_keep_shared (self, image.media_type);
      g_bytes_ref (image.bytes);
      g_array_append_val (self->images, image);
    }
}

/* Works out what follows from parties and ties. Nothing is added after this. */
void
coalition_network_finish (CoalitionNetwork *self)
{
  self->own_ids = g_new0 (const char *, 2 * ((gsize) self->n_parties + self->n_ties) + 1);
  for (guint i = 0; i < self->n_parties; i++)
    self->own_ids[2 * i] = self->parties[i].id;
  for (guint i = 0; i < self->n_ties; i++)
    self->own_ids[2 * (self->n_parties + i)] = self->ties[i].id;
  rank_ties (self);
  index_ties (self);
}

/**
 * coalition_network_new_from:
 * @parties: (array length=n_parties): parties
 * @n_parties: how many
 * @ties: (array length=n_ties): ties; their rank and siblings are worked out afresh
 * @n_ties: how many
 *
 * Makes a network from arrays, without a campaign: a part of another network, the state at another date, or a trial.
 * All texts are copied. It has no forums, notes, pictures nor images.
 *
 * Returns: (transfer full): the network
 */
CoalitionNetwork *
coalition_network_new_from (const CoalitionNetworkParty *parties, guint n_parties,
                            const CoalitionNetworkTie *ties, guint n_ties)
{
  CoalitionNetwork *self = coalition_network_allocate (n_parties, n_ties);

  for (guint i = 0; i < n_parties; i++)
    {
      coalition_network_add_party (self, &parties[i]);
      self->parties[i].image = -1;
    }
  for (guint i = 0; i < n_ties; i++)
    coalition_network_add_tie (self, &ties[i]);
  coalition_network_finish (self);

  return self;
}

/**
 * coalition_network_ref:
 * @self: a network
 *
 * Takes one more reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CoalitionNetwork *
coalition_network_ref (CoalitionNetwork *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * coalition_network_unref:
 * @self: (transfer full): a network
 *
 * Gives a reference back; from any thread.
 */
void
coalition_network_unref (CoalitionNetwork *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->images);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->party_index);
  g_hash_table_unref (self->tie_index);
  g_free (self->first_of_party);
  g_free (self->of_party);
  g_free (self->parties);
  g_free (self->ties);
  g_free (self->forums);
  g_free (self->notes);
  g_free (self->pictures);
  g_free (self->party_ids);
  g_free (self->tie_ids);
  g_free (self->own_ids);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * coalition_network_get_parties:
 * @self: a network
 * @n_parties: (out) (optional): how many there are
 *
 * The parties. Their order is the index by which everything in this layer names them.
 *
 * Returns: (transfer none) (array length=n_parties): the parties
 */
const CoalitionNetworkParty *
coalition_network_get_parties (CoalitionNetwork *self, guint *n_parties)
{
  if (n_parties != NULL)
    *n_parties = self->n_parties;

  return self->parties;
}

/**
 * coalition_network_get_ties:
 * @self: a network
 * @n_ties: (out) (optional): how many there are
 *
 * The ties. Their order is the index by which everything in this layer names them.
 *
 * Returns: (transfer none) (array length=n_ties): the ties
 */
const CoalitionNetworkTie *
coalition_network_get_ties (CoalitionNetwork *self, guint *n_ties)
{
  if (n_ties != NULL)
    *n_ties = self->n_ties;

  return self->ties;
}

/**
 * coalition_network_find_party:
 * @self: a network
 * @id: (nullable): id of a party
 *
 * Finds the index of a party.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_party (CoalitionNetwork *self, const char *id)
{
  return find_index (self->party_index, id);
}

/**
 * coalition_network_find_tie:
 * @self: a network
 * @id: (nullable): id of a tie
 *
 * Finds the index of a tie.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_tie (CoalitionNetwork *self, const char *id)
{
  return find_index (self->tie_index, id);
}

/**
 * coalition_network_get_ties_of:
 * @self: a network
 * @party: index of a party
 * @n_ties: (out): how many ties it has
 *
 * The ties that begin or end at a party, in the order of the network's ties.
 *
 * Returns: (transfer none) (array length=n_ties): indices of ties
 */
const guint *
coalition_network_get_ties_of (CoalitionNetwork *self, guint party, guint *n_ties)
{
  g_assert (party < self->n_parties);
  *n_ties = self->first_of_party[party + 1] - self->first_of_party[party];

  return self->of_party + self->first_of_party[party];
}

/**
 * coalition_network_get_forums:
 * @self: a network
 * @n_forums: (out) (optional): how many there are
 *
 * The forums that live at the time of the network. Their order is the index by which they are named.
 *
 * Returns: (transfer none) (array length=n_forums): the forums
 */
const CoalitionNetworkForum *
coalition_network_get_forums (CoalitionNetwork *self, guint *n_forums)
{
  if (n_forums != NULL)
    *n_forums = self->n_forums;

  return self->forums;
}

/**
 * coalition_network_get_notes:
 * @self: a network
 * @n_notes: (out) (optional): how many there are
 *
 * The notes on the map, in the order in which they were entered: the last lies on top.
 *
 * Returns: (transfer none) (array length=n_notes): the notes
 */
const CoalitionNetworkNote *
coalition_network_get_notes (CoalitionNetwork *self, guint *n_notes)
{
  if (n_notes != NULL)
    *n_notes = self->n_notes;

  return self->notes;
}

/**
 * coalition_network_get_pictures:
 * @self: a network
 * @n_pictures: (out) (optional): how many there are
 *
 * The pictures on the map, in the order in which they were entered: the last lies on top.
 *
 * Returns: (transfer none) (array length=n_pictures): the pictures
 */
const CoalitionNetworkPicture *
coalition_network_get_pictures (CoalitionNetwork *self, guint *n_pictures)
{
  if (n_pictures != NULL)
    *n_pictures = self->n_pictures;

  return self->pictures;
}

/**
 * coalition_network_get_images:
 * @self: a network
 * @n_images: (out) (optional): how many there are
 *
 * The images that parties and pictures of this network show.
 *
 * Returns: (transfer none) (array length=n_images): the images
 */
const CoalitionNetworkImage *
coalition_network_get_images (CoalitionNetwork *self, guint *n_images)
{
  if (n_images != NULL)
    *n_images = self->images->len;

  return (const CoalitionNetworkImage *) self->images->data;
}

/**
 * coalition_network_find_forum:
 * @self: a network
 * @id: (nullable): id of a forum
 *
 * Finds the index of a forum.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_forum (CoalitionNetwork *self, const char *id)
{
  for (guint i = 0; i < self->n_forums && id != NULL; i++)
    if (g_str_equal (self->forums[i].id, id))
      return i;

  return -1;
}

/**
 * coalition_network_find_note:
 * @self: a network
 * @id: (nullable): id of a note
 *
 * Finds the index of a note.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_note (CoalitionNetwork *self, const char *id)
{
  for (guint i = 0; i < self->n_notes && id != NULL; i++)
    if (g_str_equal (self->notes[i].id, id))
      return i;

  return -1;
}

/**
 * coalition_network_find_picture:
 * @self: a network
 * @id: (nullable): id of a picture
 *
 * Finds the index of a picture.
 *
 * Returns: the index, or -1 if it is not in this network
 */
int
coalition_network_find_picture (CoalitionNetwork *self, const char *id)
{
  for (guint i = 0; i < self->n_pictures && id != NULL; i++)
    if (g_str_equal (self->pictures[i].id, id))
      return i;

  return -1;
}

/**
 * coalition_network_get_us:
 * @self: a network
 *
 * Our own organization.
 *
 * Returns: its index, or -1 if it is not in this network
 */
int
coalition_network_get_us (CoalitionNetwork *self)
{
  return self->us;
}

/**
 * coalition_network_get_member_ids:
 * @self: a network
 * @party: index of a party
 *
 * Whom a party of a collapsed network stands for; a party that was not collapsed stands for itself.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of parties
 */
const char *const *
coalition_network_get_member_ids (CoalitionNetwork *self, guint party)
{
  g_assert (party < self->n_parties);

  return self->party_ids != NULL && self->party_ids[party] != NULL ? self->party_ids[party] : &self->own_ids[2 * party];
}

/* Which ties a tie of a collapsed network stands for; one that was not joined stands for itself. */
const char *const *
coalition_network_get_tie_ids (CoalitionNetwork *self, guint tie)
{
  g_assert (tie < self->n_ties);

  return self->tie_ids != NULL && self->tie_ids[tie] != NULL ? self->tie_ids[tie]
                                                             : &self->own_ids[2 * (self->n_parties + tie)];
}

/**
 * coalition_tie_family_for_kind:
 * @kind: (nullable): kind of a tie, one of the given ones or a person's own words
 *
 * The family by which the map draws ties of a kind; it is the group of the choice in the description of ties.
 *
 * Returns: the family; for own kinds and for none the first
 */
CoalitionTieFamily
coalition_tie_family_for_kind (const char *kind)
{
  static const char *const families[] = { "knows", "works", "belongs", "power", "opposes" };
  static const CoalitionField *field;
  const CoalitionChoice *choice;

  if (kind == NULL)
    return COALITION_TIE_KNOWS;
  if (g_once_init_enter (&field))
    g_once_init_leave (&field, coalition_kind_find_field (&coalition_kind_tie, "kind"));
  choice = coalition_field_find_choice (field, kind);
  for (guint i = 0; choice != NULL && i < G_N_ELEMENTS (families); i++)
    if (g_strcmp0 (choice->group, families[i]) == 0)
      return i;

  return COALITION_TIE_KNOWS;
}

/**
 * coalition_tie_kind_is_mutual:
 * @kind: (nullable): kind of a tie
 *
 * Whether ties of a kind hold both ways when nobody said otherwise: knowing each other, sharing and working together
 * do; funding, serving or opposing do not.
 *
 * Returns: %TRUE if they do
 */
gboolean
coalition_tie_kind_is_mutual (const char *kind)
{
  static const char *const mutual[] = { "knows", "informs", "shares", "project", NULL };

  return kind != NULL && g_strv_contains (mutual, kind);
}
