/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-party-proxy.h"

#include <glib/gi18n-lib.h>

/* As many neighbors are named in a description; nobody listens to more. */
#define MOST_NAMES 6

struct _CoalitionPartyProxy
{
  GtkWidget parent_instance;

  CoalitionScene *scene;
  char *id;
};

G_DEFINE_FINAL_TYPE (CoalitionPartyProxy, coalition_party_proxy, GTK_TYPE_WIDGET)

static int
get_index (CoalitionPartyProxy *self)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);

  return network != NULL ? coalition_network_find_party (network, self->id) : -1;
}

static void
select_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionPartyProxy *self = COALITION_PARTY_PROXY (widget);
  int index = get_index (self);

  if (index >= 0)
    coalition_scene_click (self->scene, COALITION_MAP_PARTY, index, FALSE);
}

static void
inspect_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  select_cb (widget, name, parameter);
  gtk_widget_activate_action (widget, "canvas.inspect", NULL);
}

static void
rename_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionPartyProxy *self = COALITION_PARTY_PROXY (widget);
  int index = get_index (self);

  if (index >= 0)
    coalition_scene_ask_rename (self->scene, (guint) index);
}

/* Names of the forums that a party is a member of, or NULL. */
static char *
list_forums (CoalitionPartyProxy *self,
             guint                index)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_forums;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (network, &n_forums);

  for (guint i = 0; i < n_forums && names->len < MOST_NAMES; i++)
    for (guint j = 0; j < forums[i].n_members; j++)
      if (forums[i].members[j] == index)
        g_ptr_array_add (names, (gpointer) forums[i].name);
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* "Tied to Clinic, Union. Meets in Food council. Left out by the filter. Pinned. Selected." */
static char *
describe_all (CoalitionPartyProxy *self,
              guint                index,
              const char          *ties)
{
  CoalitionSession *session = coalition_scene_get_session (self->scene);
  /* For a moment after a change the session is ahead of the scene. */
  const gboolean *shown = coalition_session_get_network (session) == coalition_scene_get_network (self->scene)
                            ? coalition_session_get_shown_parties (session) : NULL;
  g_autoptr (GString) text = g_string_new (ties);
  g_autofree char *forums = list_forums (self, index);

  if (forums != NULL)
    {
      g_string_append (text, ". ");
      /* Translators: the names of the forums that a party is a member of. */
      g_string_append_printf (text, _("Meets in %s"), forums);
    }
  if (shown != NULL && !shown[index])
    g_string_append_printf (text, ". %s", _("Left out by the filter"));
  if (coalition_scene_get_party (self->scene, index)->pinned)
    g_string_append_printf (text, ". %s", _("Pinned"));
  if (coalition_scene_is_selected (self->scene, index))
    g_string_append_printf (text, ". %s", _("Selected"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe (CoalitionPartyProxy *self,
          guint                index)
{
  CoalitionNetwork *network = coalition_scene_get_network (self->scene);
  const CoalitionNetworkTie *ties = coalition_network_get_ties (network, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint n_ties = 0;
  const guint *ties_of = coalition_network_get_ties_of (network, index, &n_ties);

  for (guint i = 0; i < n_ties && names->len < MOST_NAMES; i++)
    {
      const CoalitionNetworkTie *tie = &ties[ties_of[i]];
      const char *name = coalition_scene_get_party (self->scene, tie->from == index ? tie->to : tie->from)->name;

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return g_strdup (_("Tied to nobody yet"));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: the names of the parties that a party is tied to. */
  return g_strdup_printf (_("Tied to %s"), list);
}

static void
coalition_party_proxy_dispose (GObject *object)
{
  CoalitionPartyProxy *self = COALITION_PARTY_PROXY (object);

  g_clear_object (&self->scene);
  G_OBJECT_CLASS (coalition_party_proxy_parent_class)->dispose (object);
}

static void
coalition_party_proxy_finalize (GObject *object)
{
  g_free (COALITION_PARTY_PROXY (object)->id);
  G_OBJECT_CLASS (coalition_party_proxy_parent_class)->finalize (object);
}

static void
coalition_party_proxy_class_init (CoalitionPartyProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_party_proxy_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_party_proxy_finalize;
  gtk_widget_class_set_css_name (widget_class, "coalition-party");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "party.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "party.inspect", NULL, inspect_cb);
  gtk_widget_class_install_action (widget_class, "party.rename", NULL, rename_cb);
}

static void
coalition_party_proxy_init (CoalitionPartyProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_party_proxy_new:
 * @scene: where the party is
 * @id: of the party
 *
 * Returns: (transfer floating): what stands for it
 */
GtkWidget *
coalition_party_proxy_new (CoalitionScene *scene,
                           const char     *id)
{
  CoalitionPartyProxy *self = g_object_new (COALITION_TYPE_PARTY_PROXY, NULL);

  self->scene = g_object_ref (scene);
  self->id = g_strdup (id);
  coalition_party_proxy_update (self);
  return GTK_WIDGET (self);
}

/**
 * coalition_party_proxy_update:
 * @self: a proxy
 *
 * Takes name, level, ties, forums, pin and selection over from the map.
 */
void
coalition_party_proxy_update (CoalitionPartyProxy *self)
{
  g_autofree char *label = NULL;
  g_autofree char *ties = NULL;
  g_autofree char *description = NULL;
  int index = get_index (self);

  if (index < 0)
    return;
  label = coalition_scene_describe_party (self->scene, index);
  ties = describe (self, index);
  description = describe_all (self, index, ties);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * coalition_party_proxy_get_id:
 * @self: a proxy
 *
 * Returns: id of the party
 */
const char *
coalition_party_proxy_get_id (CoalitionPartyProxy *self)
{
  return self->id;
}
