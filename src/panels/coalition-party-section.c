/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-party-section.h"

/**
 * CoalitionPartySection:
 *
 * The heading of a level in the list of parties; an item of the list like the parties themselves.
 */
struct _CoalitionPartySection
{
  GObject parent_instance;

  CoalitionLevel level;
  guint count;
  gboolean folded;
};

enum
{
  PROP_0,
  PROP_COUNT,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CoalitionPartySection, coalition_party_section, G_TYPE_OBJECT)

static void
coalition_party_section_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  CoalitionPartySection *self = COALITION_PARTY_SECTION (object);

  switch (id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_party_section_class_init (CoalitionPartySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = coalition_party_section_get_property;
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
coalition_party_section_init (CoalitionPartySection *self)
{
}

/**
 * coalition_party_section_new:
 * @level: a level
 *
 * Makes the heading of @level.
 *
 * Returns: (transfer full): the heading
 */
CoalitionPartySection *
coalition_party_section_new (CoalitionLevel level)
{
  CoalitionPartySection *self = g_object_new (COALITION_TYPE_PARTY_SECTION, NULL);

  self->level = level;

  return self;
}

/**
 * coalition_party_section_get_level:
 * @self: a heading
 *
 * Its level.
 *
 * Returns: the level
 */
CoalitionLevel
coalition_party_section_get_level (CoalitionPartySection *self)
{
  return self->level;
}

/**
 * coalition_party_section_get_count:
 * @self: a heading
 *
 * How many parties stand under it, folded or not.
 *
 * Returns: the number
 */
guint
coalition_party_section_get_count (CoalitionPartySection *self)
{
  return self->count;
}

/**
 * coalition_party_section_set_count:
 * @self: a heading
 * @count: how many parties stand under it
 *
 * Sets the number.
 */
void
coalition_party_section_set_count (CoalitionPartySection *self,
                                   guint                  count)
{
  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * coalition_party_section_get_folded:
 * @self: a heading
 *
 * Whether its parties are folded away.
 *
 * Returns: %TRUE if they are
 */
gboolean
coalition_party_section_get_folded (CoalitionPartySection *self)
{
  return self->folded;
}

/**
 * coalition_party_section_set_folded:
 * @self: a heading
 * @folded: whether its parties are folded away
 *
 * Folds or unfolds.
 */
void
coalition_party_section_set_folded (CoalitionPartySection *self,
                                    gboolean               folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}
