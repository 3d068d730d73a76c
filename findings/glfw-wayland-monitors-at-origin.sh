#!/usr/bin/env bash
# GLFW 3.4 (as go-gl/glfw v0.1.0-pre.1.0.20260707082822 builds it) on sway 1.7 (Debian 12):
# every monitor is said to be at 0,0.
# Expected: of two monitors side by side, the second where the first ends, as the
# compositor tells with xdg-output.
# Seen: both at 0,0, because GLFW reads wl_output alone, where wlroots gives no places.
# So fyne.io/fyne/v2 v2.8.1's HasSecondaryDisplay takes them for mirrors of each other and
# answers false. A kiosk counts the monitors of a Wayland desktop itself.
# Builds with GLFW's own needs: gcc pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev.
set -eu
sway='1.7-6'
glfw='v0.1.0-pre.1.0.20260707082822-2a407d02d01a'
tmp=$(mktemp -d)
compositor=
trap '[ -z "$compositor" ] || kill "$compositor" 2>/dev/null || true; rm -rf "$tmp"' EXIT
fail() { echo "changed: $*" >&2; exit 1; }

mkdir -p "$tmp/debs/partial" "$tmp/root" "$tmp/run" "$tmp/places"
: >"$tmp/status"
apt-get -qq -o Dir::State::status="$tmp/status" -o Dir::Cache::archives="$tmp/debs" -o APT::Install-Recommends=false \
	install --download-only -y "sway=$sway" >/dev/null
for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
lib=$(dirname "$(find "$tmp/root" -name 'libwlroots.so.*' | head -n 1)")

cat >"$tmp/places/main.go" <<'GO'
package main

import (
	"fmt"

	"github.com/go-gl/glfw/v3.4/glfw"
)

func main() {
	if err := glfw.Init(); err != nil {
		panic(err)
	}
	for _, m := range glfw.GetMonitors() {
		x, y := m.GetPos()
		fmt.Printf("%s at %d,%d\n", m.GetName(), x, y)
	}
}
GO
(cd "$tmp/places" && go mod init places && go get "github.com/go-gl/glfw/v3.4/glfw@$glfw" && go build -o ../monitors .) >"$tmp/build.txt" 2>&1 ||
	{ cat "$tmp/build.txt" >&2; fail "it does not build"; }

printf 'xwayland disable\noutput HEADLESS-1 resolution 1280x720 position 0 0\noutput HEADLESS-2 resolution 1280x720 position 1280 0\n' >"$tmp/config"
# sway refuses to run as root.
chmod 755 "$tmp"
as_user=
if [ "$(id -u)" -eq 0 ]; then
	chown nobody "$tmp/run"
	as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi
# shellcheck disable=SC2086 # words are meant
env XDG_RUNTIME_DIR="$tmp/run" SWAYSOCK="$tmp/run/sock" WLR_BACKENDS=headless WLR_HEADLESS_OUTPUTS=2 WLR_RENDERER=pixman \
	XKB_CONFIG_ROOT="$tmp/root/usr/share/X11/xkb" LD_LIBRARY_PATH="$lib" \
	$as_user "$tmp/root/usr/bin/sway" --config "$tmp/config" >"$tmp/sway.txt" 2>&1 &
compositor=$!
tries=300
until [ -S "$tmp/run/wayland-1" ] && [ -S "$tmp/run/sock" ]; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || { cat "$tmp/sway.txt" >&2; fail "sway does not run"; }
	sleep 0.1
done
swaymsg() { LD_LIBRARY_PATH="$lib" "$tmp/root/usr/bin/swaymsg" --socket "$tmp/run/sock" --raw --type get_outputs; }
[ "$(swaymsg | grep -c '"x": 1280')" -ge 1 ] || fail "sway itself does not place its second monitor at 1280"

seen=$(env -u DISPLAY WAYLAND_DISPLAY="$tmp/run/wayland-1" "$tmp/monitors")
[ "$(printf '%s\n' "$seen" | grep -c ' at 0,0$')" -eq 2 ] || fail "the monitors are $seen"
echo "GLFW 3.4 by go-gl/glfw $glfw on sway $sway: $(printf '%s' "$seen" | tr '\n' ','), though sway has the second at 1280,0"
