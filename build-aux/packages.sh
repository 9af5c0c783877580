# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run and test: installs what is missing on a Debian machine, as root or through sudo.

packages_to_build='build-essential meson ninja-build pkgconf gettext
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libsqlite3-dev libgraphviz-dev libcsv-dev libjson-glib-dev libgdk-pixbuf-2.0-dev libigraph-dev
  libglib2.0-bin desktop-file-utils appstream libxml2-utils shared-mime-info'
packages_to_run='adwaita-icon-theme fonts-cantarell gsettings-desktop-schemas librsvg2-common'
packages_to_test='xvfb xauth dbus-daemon at-spi2-core python3-pyatspi gir1.2-atspi-2.0 xdotool poppler-utils graphviz imagemagick
  git fonts-dejavu-core util-linux locales'

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "Some packages are missing ($missing), and only root can install them: run this as root, or install sudo."
  fi
}

# install_missing PACKAGE… : asks dpkg first, so that nothing happens where all is there.
install_missing() {
  missing=
  for package in "$@"; do
    case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0

  command -v apt-get >/dev/null 2>&1 || fail "Please install these packages or what your system calls them:$missing"
  say "Installing$missing …"
  apt_install="env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 install --no-install-recommends"
  if ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1; then
    as_root apt-get -q update >&2 || fail "The lists of packages could not be fetched: is this machine connected?"
  fi
  # shellcheck disable=SC2086
  if ! as_root $apt_install $missing >&2; then
    say "Once more, with fresh lists of packages …"
    as_root apt-get -q update >&2 && as_root $apt_install $missing >&2 || fail "These packages could not be installed:$missing"
  fi
}

# set_up BUILD_DIR OPTION… : configures once; a changed list of options configures anew.
set_up() {
  build=$1
  shift
  if [ "$(cat "$build/options" 2>/dev/null)" != "$*" ]; then
    say "Configuring in ${build##*/} …"
    if [ -e "$build/build.ninja" ]; then
      meson setup --reconfigure "$build" "$source" "$@" >"$build/setup.log" 2>&1 || { cat "$build/setup.log" >&2; fail "Meson could not configure."; }
    else
      mkdir -p "$build"
      meson setup "$build" "$source" "$@" >"$build/setup.log" 2>&1 || { cat "$build/setup.log" >&2; fail "Meson could not configure."; }
    fi
    printf '%s' "$*" >"$build/options"
  fi
}
