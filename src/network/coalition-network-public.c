/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-network-private.h"

/**
 * coalition_network_new_public:
 * @source: a network
 *
 * Makes the network that may be shown to others: nobody is marked as standing in the way, which is a judgement; there are
 * no notes and no pictures, neither on the map nor of parties. It is not only hidden, it is not there.
 *
 * Returns: (transfer full): the network
 */
CoalitionNetwork *
coalition_network_new_public (CoalitionNetwork *source)
{
  CoalitionNetwork *self = coalition_network_allocate (source->n_parties, source->n_ties);
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *same = g_new (guint, MAX (source->n_parties, 1));

  for (guint i = 0; i < source->n_parties; i++)
    {
      CoalitionNetworkParty party = source->parties[i];

      party.marks &= ~COALITION_MARK_GATEKEEPER;
      party.image = -1;
      coalition_network_add_party (self, &party);
      same[i] = i;
    }
  for (guint i = 0; i < source->n_ties; i++)
    coalition_network_add_tie (self, &source->ties[i]);
  coalition_network_copy_rest (self, source, same, nothing);
  self->n_notes = 0;
  self->n_pictures = 0;
  g_array_set_size (self->images, 0);
  coalition_network_finish (self);

  return self;
}
