/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-measures.h"

G_BEGIN_DECLS

typedef enum {
  COALITION_COLOR_BY_LEVEL,
  COALITION_COLOR_BY_KIND,
  COALITION_COLOR_BY_TAG,
  COALITION_COLOR_BY_CONSTITUENCY,
  COALITION_COLOR_BY_STANCE,
  COALITION_COLOR_BY_TRUST,
  COALITION_COLOR_BY_STATUS,
  COALITION_COLOR_BY_COMMUNITY,
  COALITION_COLOR_BY_OWN,
} CoalitionColorBy;

typedef enum {
  COALITION_SIZE_BY_NOTHING,
  COALITION_SIZE_BY_DEGREE,
  COALITION_SIZE_BY_BETWEENNESS,
  COALITION_SIZE_BY_INFLUENCE,
  COALITION_SIZE_BY_VOICES,
} CoalitionSizeBy;

/**
 * CoalitionScale:
 * @COALITION_SCALE_NAMES: classes without an order
 * @COALITION_SCALE_STEPS: from little to much
 * @COALITION_SCALE_OPPOSITES: from one end over a neutral middle to the other
 *
 * What the classes of an encoding are to each other; the palette follows.
 */
typedef enum {
  COALITION_SCALE_NAMES,
  COALITION_SCALE_STEPS,
  COALITION_SCALE_OPPOSITES,
} CoalitionScale;

/**
 * CoalitionColorClass:
 * @label: what people read, translated
 * @rank: place in the scale (0 the first); in a scale of names, the color and texture of the palette
 * @position: in an ordered scale, 0 to 1 from its one end to the other
 * @n_parties: how many parties of the network are in it
 */
typedef struct {
  char *label;
  guint rank;
  double position;
  guint n_parties;
} CoalitionColorClass;

/**
 * CoalitionEncoding:
 *
 * By what parties are colored and sized, and which class and size each party of one network has. Immutable, counted by
 * references, good for any thread. At most eight classes have names of their own; the rest is "Other".
 * Level is no encoding of color: then coalition_encoding_get_classes() has none and parties keep the colors of levels.
 */
typedef struct _CoalitionEncoding CoalitionEncoding;

CoalitionEncoding *coalition_encoding_new            (CoalitionCampaign *campaign, CoalitionNetwork *network,
                                                      CoalitionColorBy color_by, const char *issue_id,
                                                      const char *own_field_id, CoalitionSizeBy size_by,
                                                      CoalitionMeasures *measures);
/* As the view of the campaign says. @measures may be NULL as long as coalition_view_needs_measures() says no. */
CoalitionEncoding *coalition_encoding_new_for_view   (CoalitionCampaign *campaign, CoalitionNetwork *network,
                                                      CoalitionMeasures *measures);
gboolean           coalition_view_needs_measures     (CoalitionCampaign *campaign);
CoalitionEncoding *coalition_encoding_ref            (CoalitionEncoding *self);
void               coalition_encoding_unref          (CoalitionEncoding *self);
CoalitionColorBy   coalition_encoding_get_color_by   (CoalitionEncoding *self);
CoalitionSizeBy    coalition_encoding_get_size_by    (CoalitionEncoding *self);
const char        *coalition_encoding_get_color_title (CoalitionEncoding *self);
const char        *coalition_encoding_get_size_title (CoalitionEncoding *self);
CoalitionScale     coalition_encoding_get_scale      (CoalitionEncoding *self);
const CoalitionColorClass *coalition_encoding_get_classes (CoalitionEncoding *self, guint *n_classes);
/* Index of the class of a party, or -1 if it is in none (not known, not judged). */
int                coalition_encoding_get_class      (CoalitionEncoding *self, guint party);
/* 0 (least) to 1 (most); -1 if not known, which is drawn as 0 with a lighter line. */
double             coalition_encoding_get_size       (CoalitionEncoding *self, guint party);
/* The value behind a size, for people ("7 ties"); (transfer full) (nullable). */
char              *coalition_encoding_dup_size_text  (CoalitionEncoding *self, guint party);
/* The numbers that sizes 0 and 1 stand for. */
void               coalition_encoding_get_size_range (CoalitionEncoding *self, double *least, double *most);
CoalitionColorBy   coalition_color_by_from_text      (const char *text);
CoalitionSizeBy    coalition_size_by_from_text       (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionEncoding, coalition_encoding_unref)

G_END_DECLS
