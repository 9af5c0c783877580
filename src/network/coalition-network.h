/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

/**
 * CoalitionNetworkError:
 * @COALITION_NETWORK_ERROR_FILTER: the text of a filter cannot be read
 * @COALITION_NETWORK_ERROR_MEASURES: measures could not be computed, for want of memory most likely
 */
typedef enum {
  COALITION_NETWORK_ERROR_FILTER,
  COALITION_NETWORK_ERROR_MEASURES,
} CoalitionNetworkError;

#define COALITION_NETWORK_ERROR (coalition_network_error_quark ())
GQuark coalition_network_error_quark (void);

/**
 * CoalitionLevel:
 *
 * The worksheet's three levels (S4). A party whose level is not known counts as an organization.
 */
typedef enum {
  COALITION_LEVEL_AFFECTED,
  COALITION_LEVEL_CONNECTOR,
  COALITION_LEVEL_ORGANIZATION,
} CoalitionLevel;

/**
 * CoalitionTieFamily:
 *
 * The five families of tie kinds that the map tells apart by end mark and color; own kinds count as the first.
 */
typedef enum {
  COALITION_TIE_KNOWS,
  COALITION_TIE_WORKS,
  COALITION_TIE_BELONGS,
  COALITION_TIE_POWER,
  COALITION_TIE_OPPOSES,
} CoalitionTieFamily;

/**
 * CoalitionTieStatus:
 *
 * Life of a tie; one whose status is not known counts as active.
 */
typedef enum {
  COALITION_TIE_ACTIVE,
  COALITION_TIE_PROSPECTIVE,
  COALITION_TIE_DORMANT,
  COALITION_TIE_ENDED,
} CoalitionTieStatus;

/**
 * CoalitionPartyMarks:
 * @COALITION_MARK_US: our own organization
 * @COALITION_MARK_DECIDES: has authority over an issue
 * @COALITION_MARK_GATEKEEPER: judged to stand in the way, or to speak "for" people
 * @COALITION_MARK_REVIEW_LATE: an agreement of theirs is overdue for review
 * @COALITION_MARK_OPEN_DIFFERENCE: an agreement of theirs has a difference that was not talked through
 */
typedef enum {
  COALITION_MARK_US = 1 << 0,
  COALITION_MARK_DECIDES = 1 << 1,
  COALITION_MARK_GATEKEEPER = 1 << 2,
  COALITION_MARK_REVIEW_LATE = 1 << 3,
  COALITION_MARK_OPEN_DIFFERENCE = 1 << 4,
} CoalitionPartyMarks;

/**
 * CoalitionTimeMark:
 * @COALITION_TIME_STAYED: there on both dates, or nothing is compared
 * @COALITION_TIME_APPEARED: only on the later date
 * @COALITION_TIME_GONE: only on the earlier date
 *
 * What became of a tie or forum between the two dates that a network compares.
 */
typedef enum {
  COALITION_TIME_STAYED,
  COALITION_TIME_APPEARED,
  COALITION_TIME_GONE,
} CoalitionTimeMark;

/**
 * CoalitionNetworkParty:
 *
 * A party as the map and the measures see it. Positions are in map units (points at zoom 1), x to the right, y down,
 * of the middle of the shape; they mean nothing unless @placed. @image is the index of its picture, or -1. @members is
 * the number of parties that a collapsed group stands for, 0 for a party; the id of such a group is that of its forum,
 * or "BY:KEY" (see coalition_groups_parse()).
 */
typedef struct {
  const char *id;
  const char *name;
  const char *kind;
  CoalitionLevel level;
  CoalitionPartyMarks marks;
  double x;
  double y;
  gboolean placed;
  gboolean pinned;
  int image;
  guint members;
} CoalitionNetworkParty;

/**
 * CoalitionNetworkTie:
 *
 * A tie; @from and @to are indices of parties. @strength is 1 to 4 (2 where unknown). @agreements counts the
 * agreements between its two ends that have not ended; @rank and @siblings tell which of how many ties of this pair
 * (in either direction) it is. @joined counts the ties that a tie of a collapsed group stands for (else 1).
 */
typedef struct {
  const char *id;
  const char *kind;
  guint from;
  guint to;
  CoalitionTieFamily family;
  CoalitionTieStatus status;
  int strength;
  gboolean mutual;
  guint agreements;
  guint rank;
  guint siblings;
  CoalitionTimeMark time;
  guint joined;
} CoalitionNetworkTie;

/**
 * CoalitionNetworkForum:
 * @form: (nullable): key of its form, or own words
 * @cadence: (nullable): key of how often it meets, or own words
 * @members: (array length=n_members): indices of its parties, each once
 * @hub: drawn as a hub between its members instead of an outline around them
 * @x: of the hub, if @placed
 * @y: of the hub, if @placed
 *
 * A forum that lives on the date of the network.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *form;
  const char *cadence;
  const guint *members;
  guint n_members;
  gboolean hub;
  gboolean placed;
  double x;
  double y;
  CoalitionTimeMark time;
} CoalitionNetworkForum;

/**
 * CoalitionNetworkNote:
 *
 * A note on the map. (@x, @y) is its top left corner, in map units; a size of 0 is left to the drawing.
 */
typedef struct {
  const char *id;
  const char *text;
  const char *color;
  double x;
  double y;
  double width;
  double height;
} CoalitionNetworkNote;

/**
 * CoalitionNetworkPicture:
 * @image: index of the image
 * @opacity: 0 to 1
 *
 * A picture on the map. (@x, @y) is its top left corner, in map units.
 */
typedef struct {
  const char *id;
  const char *caption;
  guint image;
  gboolean background;
  double opacity;
  double x;
  double y;
  double width;
  double height;
} CoalitionNetworkPicture;

/**
 * CoalitionNetworkImage:
 *
 * The bytes of an image file. They are shared with every other network of the same campaign: @bytes are the same object
 * as long as the image is the same, so that what was decoded can be kept by it.
 */
typedef struct {
  const char *id;
  const char *media_type;
  GBytes *bytes;
  guint width;
  guint height;
} CoalitionNetworkImage;

/**
 * CoalitionNetworkOptions:
 * @as_of: (nullable): an ISO date (whole or partial: its last day counts), or %NULL for today with all that has no end
 * @compare_to: (nullable): an earlier or later date; what is there on either is in the network, with its time mark
 *
 * At which time a network is seen. A tie is there on a date if it has begun by then (or nobody knows when) and has not
 * ended by then; one of status "ended" without an end is never there. A prospective tie without a start counts as there.
 */
typedef struct {
  const char *as_of;
  const char *compare_to;
} CoalitionNetworkOptions;

/**
 * CoalitionNetwork:
 *
 * A compact immutable snapshot of the parties, ties and positions (of the campaign's view) of a campaign. It owns its
 * texts and may be used from any thread.
 */
typedef struct _CoalitionNetwork CoalitionNetwork;

#define COALITION_TYPE_NETWORK (coalition_network_get_type ())
GType                        coalition_network_get_type     (void);
CoalitionNetwork            *coalition_network_new          (CoalitionCampaign *campaign);
CoalitionNetwork            *coalition_network_new_at       (CoalitionCampaign *campaign, const CoalitionNetworkOptions *options);
CoalitionNetwork            *coalition_network_new_from     (const CoalitionNetworkParty *parties, guint n_parties,
                                                             const CoalitionNetworkTie *ties, guint n_ties);
CoalitionNetwork            *coalition_network_new_public   (CoalitionNetwork *source);
CoalitionNetwork            *coalition_network_ref          (CoalitionNetwork *self);
void                         coalition_network_unref        (CoalitionNetwork *self);
const CoalitionNetworkParty *coalition_network_get_parties  (CoalitionNetwork *self, guint *n_parties);
const CoalitionNetworkTie   *coalition_network_get_ties     (CoalitionNetwork *self, guint *n_ties);
int                          coalition_network_find_party   (CoalitionNetwork *self, const char *id);
int                          coalition_network_find_tie     (CoalitionNetwork *self, const char *id);
const guint                 *coalition_network_get_ties_of  (CoalitionNetwork *self, guint party, guint *n_ties);
const CoalitionNetworkForum *coalition_network_get_forums   (CoalitionNetwork *self, guint *n_forums);
const CoalitionNetworkNote  *coalition_network_get_notes    (CoalitionNetwork *self, guint *n_notes);
const CoalitionNetworkPicture *coalition_network_get_pictures (CoalitionNetwork *self, guint *n_pictures);
const CoalitionNetworkImage *coalition_network_get_images   (CoalitionNetwork *self, guint *n_images);
int                          coalition_network_find_forum   (CoalitionNetwork *self, const char *id);
int                          coalition_network_find_note    (CoalitionNetwork *self, const char *id);
int                          coalition_network_find_picture (CoalitionNetwork *self, const char *id);
int                          coalition_network_get_us       (CoalitionNetwork *self);

CoalitionTieFamily           coalition_tie_family_for_kind  (const char *kind);
gboolean                     coalition_tie_kind_is_mutual   (const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionNetwork, coalition_network_unref)

G_END_DECLS
