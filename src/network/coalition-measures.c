/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-measures.h"

#include <glib/gi18n-lib.h>
#include <igraph.h>
#include <stdlib.h>

/* Measures of a network, computed by igraph (https://igraph.org). Debian builds igraph without thread-local storage: its
 * handlers, its stack of what is to be freed and its random numbers are the process's own. So one computation runs at a
 * time, and igraph is used nowhere else. */

/* Above this number of parties shortest paths are followed over four ties at most: all of them would take ten seconds
 * among 10,000 parties, these take a fifth of a second. */
#define PARTIES_FOR_ALL_PATHS 2000
#define CUTOFF 4

/* The same network has the same communities each time. */
#define SEED 20261121

/* Randomness of Leiden's refinement: the value that Traag et al. (2019) use. */
#define LEIDEN_BETA 0.01

static GMutex lock;
static GCancellable *current_cancellable;
static char *current_problem;

static void
error_cb (const char *reason, const char *file, int line, igraph_error_t code)
{
  if (code != IGRAPH_INTERRUPTED && current_problem == NULL)
    current_problem = g_strdup (reason);
  IGRAPH_FINALLY_FREE ();
}

static igraph_error_t
interruption_cb (void *data)
{
  if (!g_cancellable_is_cancelled (current_cancellable))
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();

  return IGRAPH_INTERRUPTED;
}

static int
compare_pairs (const void *a, const void *b)
{
  guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/* Which pairs of parties are tied, each once and never a party with itself. */
static guint64 *
list_pairs (CoalitionNetwork *network, gboolean with_opposition, guint *n_pairs)
{
  guint n_ties, n = 0, n_distinct = 0;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, &n_ties);
  guint64 *pairs = g_new (guint64, MAX (n_ties, 1));

  for (guint i = 0; i < n_ties; i++)
    {
      const CoalitionNetworkTie *tie = &ties[i];

      if (tie->from != tie->to && tie->status != COALITION_TIE_ENDED && tie->time != COALITION_TIME_GONE
          && (with_opposition || tie->family != COALITION_TIE_OPPOSES))
        pairs[n++] = (guint64) MIN (tie->from, tie->to) << 32 | MAX (tie->from, tie->to);
    }
  qsort (pairs, n, sizeof (guint64), compare_pairs);
  for (guint i = 0; i < n; i++)
    if (i == 0 || pairs[i] != pairs[n_distinct - 1])
      pairs[n_distinct++] = pairs[i];
  *n_pairs = n_distinct;

  return pairs;
}

static gboolean
make_graph (igraph_t *graph, guint n_parties, const guint64 *pairs, guint n_pairs)
{
  igraph_vector_int_t edges;
  gboolean success;

  if (igraph_vector_int_init (&edges, 2 * (igraph_integer_t) n_pairs) != IGRAPH_SUCCESS)
    return FALSE;
  for (guint i = 0; i < n_pairs; i++)
    {
      VECTOR (edges)[2 * i] = pairs[i] >> 32;
      VECTOR (edges)[2 * i + 1] = pairs[i] & G_MAXUINT32;
    }
  success = igraph_create (graph, &edges, n_parties, IGRAPH_UNDIRECTED) == IGRAPH_SUCCESS;
  igraph_vector_int_destroy (&edges);

  return success;
}

/* Freeman, L. C. (1977): A set of measures of centrality based on betweenness. Sociometry 40, 35-41: the share of all
 * (n - 1) (n - 2) / 2 pairs of others. Brandes's algorithm (2001) inside. */
static gboolean
compute_betweenness (CoalitionMeasures *self, const igraph_t *graph)
{
  double pairs = (self->n_parties - 1.0) * (self->n_parties - 2.0) / 2;
  igraph_vector_t values;
  gboolean success;

  if (igraph_vector_init (&values, self->n_parties) != IGRAPH_SUCCESS)
    return FALSE;
  success = igraph_betweenness_cutoff (graph, &values, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL,
                                       self->cutoff > 0 ? (double) self->cutoff : -1) == IGRAPH_SUCCESS;
  for (guint i = 0; i < self->n_parties && success; i++)
    self->betweenness[i] = pairs > 0 ? CLAMP (VECTOR (values)[i] / pairs, 0, 1) : 0;
  igraph_vector_destroy (&values);

  return success;
}

typedef struct
{
  guint size;
  guint first;
  int community;
} Community;

static int
compare_communities (gconstpointer a, gconstpointer b)
{
  const Community *first = a, *second = b;

  if (first->size != second->size)
    return first->size > second->size ? -1 : 1;

  return first->first < second->first ? -1 : first->first > second->first;
}

/* Numbers communities by size; of equal ones that of the first party comes first. Parties without ties are in none. */
static void
number_communities (CoalitionMeasures *self, const igraph_vector_int_t *membership, const igraph_vector_t *degrees, guint n)
{
  g_autoptr (GArray) found = g_array_sized_new (FALSE, TRUE, sizeof (Community), n);
  g_autofree int *number = g_new (int, MAX (n, 1));

  g_array_set_size (found, n);
  for (guint i = self->n_parties; i > 0; i--)
    if (VECTOR (*degrees)[i - 1] > 0)
      {
        Community *community = &g_array_index (found, Community, VECTOR (*membership)[i - 1]);

        community->size++;
        community->first = i - 1;
      }
  for (guint i = 0; i < n; i++)
    g_array_index (found, Community, i).community = i;
  g_array_sort (found, compare_communities);
  for (guint i = 0; i < n; i++)
    {
      const Community *community = &g_array_index (found, Community, i);

      number[community->community] = i;
      if (community->size > 0)
        self->n_communities = i + 1;
    }
  for (guint i = 0; i < self->n_parties; i++)
    self->community[i] = VECTOR (*degrees)[i] > 0 ? number[VECTOR (*membership)[i]] : -1;
}

/* Traag, V. A., Waltman, L. and van Eck, N. J. (2019): From Louvain to Leiden: guaranteeing well-connected communities.
 * Scientific Reports 9, 5233; of modularity: nodes weigh as many as their ties, the resolution is 1 / 2m. */
static gboolean
compute_communities (CoalitionMeasures *self, const igraph_t *graph)
{
  igraph_integer_t n_pairs = igraph_ecount (graph), n_clusters = 0;
  igraph_vector_int_t membership;
  igraph_vector_t degrees;
  gboolean success = FALSE;

  for (guint i = 0; i < self->n_parties; i++)
    self->community[i] = -1;
  if (n_pairs == 0)
    return TRUE;
  if (igraph_vector_int_init (&membership, self->n_parties) != IGRAPH_SUCCESS)
    return FALSE;
  if (igraph_vector_init (&degrees, self->n_parties) == IGRAPH_SUCCESS)
    {
      igraph_rng_seed (igraph_rng_default (), SEED);
      success = igraph_strength (graph, &degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_LOOPS, NULL) == IGRAPH_SUCCESS
                && igraph_community_leiden (graph, NULL, &degrees, 1.0 / (2.0 * n_pairs), LEIDEN_BETA, FALSE, -1, &membership,
                                            &n_clusters, NULL) == IGRAPH_SUCCESS;
      if (success)
        number_communities (self, &membership, &degrees, n_clusters);
      igraph_vector_destroy (&degrees);
    }
  igraph_vector_int_destroy (&membership);

  return success;
}

static void
count_degrees (CoalitionMeasures *self, const guint64 *pairs, guint n_pairs)
{
  for (guint i = 0; i < n_pairs; i++)
    {
      self->degree[pairs[i] >> 32]++;
      self->degree[pairs[i] & G_MAXUINT32]++;
    }
}

static gboolean
compute (CoalitionMeasures *self, CoalitionNetwork *network)
{
  guint n_all, n_friendly;
  g_autofree guint64 *all = list_pairs (network, TRUE, &n_all);
  g_autofree guint64 *friendly = list_pairs (network, FALSE, &n_friendly);
  igraph_t graph;
  gboolean success;

  count_degrees (self, all, n_all);
  if (!make_graph (&graph, self->n_parties, all, n_all))
    return FALSE;
  success = compute_betweenness (self, &graph);
  igraph_destroy (&graph);
  if (!success || !make_graph (&graph, self->n_parties, friendly, n_friendly))
    return FALSE;
  success = compute_communities (self, &graph);
  igraph_destroy (&graph);

  return success;
}

/**
 * coalition_measures_compute:
 * @network: a network
 * @cancellable: (nullable): ends the computation early
 * @error: return location for an error of %COALITION_NETWORK_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Computes the measures of a network; from any thread, one after the other.
 *
 * Returns: (transfer full) (nullable): the measures, or %NULL with @error
 */
CoalitionMeasures *
coalition_measures_compute (CoalitionNetwork *network, GCancellable *cancellable, GError **error)
{
  g_autoptr (CoalitionMeasures) self = g_new0 (CoalitionMeasures, 1);
  g_autofree char *problem = NULL;
  gboolean success = FALSE;

  g_atomic_ref_count_init (&self->refs);
  coalition_network_get_parties (network, &self->n_parties);
  self->degree = g_new0 (guint, MAX (self->n_parties, 1));
  self->betweenness = g_new0 (double, MAX (self->n_parties, 1));
  self->community = g_new0 (int, MAX (self->n_parties, 1));
  self->cutoff = self->n_parties > PARTIES_FOR_ALL_PATHS ? CUTOFF : 0;

  g_mutex_lock (&lock);
  if (!g_cancellable_is_cancelled (cancellable))
    {
      igraph_error_handler_t *old_error = igraph_set_error_handler (error_cb);
      igraph_interruption_handler_t *old_interruption = igraph_set_interruption_handler (interruption_cb);

      current_cancellable = cancellable;
      success = compute (self, network);
      current_cancellable = NULL;
      problem = g_steal_pointer (&current_problem);
      igraph_set_interruption_handler (old_interruption);
      igraph_set_error_handler (old_error);
    }
  g_mutex_unlock (&lock);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!success)
    {
      g_set_error (error, COALITION_NETWORK_ERROR, COALITION_NETWORK_ERROR_MEASURES, _("The measures could not be computed: %s"),
                   problem != NULL ? problem : _("there is too little memory"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
compute_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CoalitionMeasures *self = coalition_measures_compute (data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) coalition_measures_unref);
  else
    g_task_return_error (task, error);
}

/**
 * coalition_measures_compute_async:
 * @network: a network
 * @cancellable: (nullable): ends the computation early
 * @callback: called when it is done
 * @data: user data
 *
 * Computes the measures of a network in a thread of its own.
 */
void
coalition_measures_compute_async (CoalitionNetwork *network, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, coalition_measures_compute_async);
  g_task_set_task_data (task, coalition_network_ref (network), (GDestroyNotify) coalition_network_unref);
  g_task_run_in_thread (task, compute_thread);
}

/**
 * coalition_measures_compute_finish:
 * @result: what the callback was given
 * @error: return location for an error of %COALITION_NETWORK_ERROR or %G_IO_ERROR_CANCELLED
 *
 * What coalition_measures_compute_async() computed.
 *
 * Returns: (transfer full) (nullable): the measures, or %NULL with @error
 */
CoalitionMeasures *
coalition_measures_compute_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * coalition_measures_ref:
 * @self: measures
 *
 * Takes one more reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CoalitionMeasures *
coalition_measures_ref (CoalitionMeasures *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * coalition_measures_unref:
 * @self: (transfer full): measures
 *
 * Gives a reference back; from any thread.
 */
void
coalition_measures_unref (CoalitionMeasures *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->degree);
  g_free (self->betweenness);
  g_free (self->community);
  g_free (self);
}
