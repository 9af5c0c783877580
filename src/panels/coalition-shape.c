/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-shape.h"

#include "coalition-map.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * CoalitionShape:
 *
 * The symbol of a level, painted by the map's own painter, so that a list, the inspector and the map agree.
 */
struct _CoalitionShape
{
  GtkWidget parent_instance;

  int size;
  CoalitionLevel level;
  gboolean us;
};

enum
{
  PROP_0,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CoalitionShape, coalition_shape, GTK_TYPE_WIDGET)

/**
 * coalition_level_of_party:
 * @party: a party
 *
 * The level of @party; one whose level is not known counts as an organization, as on the map.
 *
 * Returns: the level
 */
CoalitionLevel
coalition_level_of_party (CoalitionRecord *party)
{
  const char *level = coalition_record_get_text (party, "level");

  if (g_strcmp0 (level, "affected") == 0)
    return COALITION_LEVEL_AFFECTED;
  if (g_strcmp0 (level, "connector") == 0)
    return COALITION_LEVEL_CONNECTOR;

  return COALITION_LEVEL_ORGANIZATION;
}

/**
 * coalition_level_label:
 * @level: a level
 *
 * What people read for several parties of @level.
 *
 * Returns: (transfer none): the translated label
 */
const char *
coalition_level_label (CoalitionLevel level)
{
  switch (level)
    {
    case COALITION_LEVEL_AFFECTED:
      return _("Affected people");
    case COALITION_LEVEL_CONNECTOR:
      return _("Connectors");
    case COALITION_LEVEL_ORGANIZATION:
    default:
      return _("Organizations");
    }
}

static void
coalition_shape_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = COALITION_SHAPE (widget)->size;
}

static void
coalition_shape_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  CoalitionShape *self = COALITION_SHAPE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-2, -2, width + 4, height + 4));

  coalition_map_paint_shape (cr, dark ? COALITION_MAP_DARK : COALITION_MAP_LIGHT, self->level, self->us,
                             width / 2.0, height / 2.0, self->size);
  cairo_destroy (cr);
}

static void
coalition_shape_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoalitionShape *self = COALITION_SHAPE (object);

  switch (id)
    {
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_shape_class_init (CoalitionShapeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = coalition_shape_set_property;
  widget_class->measure = coalition_shape_measure;
  widget_class->snapshot = coalition_shape_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * CoalitionShape:size:
   *
   * Width and height in pixels.
   */
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 8, 128, 20, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
coalition_shape_init (CoalitionShape *self)
{
  self->size = 20;
  self->level = COALITION_LEVEL_ORGANIZATION;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * coalition_shape_new:
 * @size: width and height in pixels
 *
 * Makes a symbol, of an organization until told otherwise.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_shape_new (int size)
{
  return g_object_new (COALITION_TYPE_SHAPE, "size", size, NULL);
}

/**
 * coalition_shape_set_level:
 * @self: a shape
 * @level: the level
 * @us: whether it is our own organization (a double ring)
 *
 * Sets what is painted, and its name for screen readers.
 */
void
coalition_shape_set_level (CoalitionShape *self,
                           CoalitionLevel  level,
                           gboolean        us)
{
  self->level = level;
  self->us = us;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  us ? _("Our organization") : coalition_level_label (level), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coalition_shape_set_party:
 * @self: a shape
 * @session: the session, which knows who we are
 * @party: (nullable): a party
 *
 * Shows the symbol of @party.
 */
void
coalition_shape_set_party (CoalitionShape   *self,
                           CoalitionSession *session,
                           CoalitionRecord  *party)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  if (party != NULL)
    coalition_shape_set_level (self, coalition_level_of_party (party),
                               campaign != NULL && coalition_campaign_get_us (campaign) == party);
}
