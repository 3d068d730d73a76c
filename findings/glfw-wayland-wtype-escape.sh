#!/usr/bin/env bash
# GLFW 3.4 (as go-gl/glfw v0.1.0-pre.1.0.20260707082822 builds it) on Wayland takes the
# first key of wtype 0.4 (Debian 12) for Escape, whichever it is, and the second for 1.
# Expected: Page Up and F5 for `wtype -k Prior -k F5`: the keys of the keymap that wtype's
# virtual keyboard brings along.
# Seen: Escape and 1. GLFW names a key by its number on a usual keyboard and never by the
# keymap; wtype numbers the keys it needs from 1 on. Letters arrive as they should.
# A real clicker has the usual numbers. Keys are tested with xdotool on a sway that runs
# within an X server, and not with wtype.
# Builds with GLFW's own needs: gcc pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev.
set -eu
sway='1.7-6'
wtype='0.4-3'
glfw='v0.1.0-pre.1.0.20260707082822-2a407d02d01a'
tmp=$(mktemp -d)
compositor= window=
trap '[ -z "$window" ] || kill "$window" 2>/dev/null || true; [ -z "$compositor" ] || kill "$compositor" 2>/dev/null || true; rm -rf "$tmp"' EXIT
fail() { echo "changed: $*" >&2; exit 1; }

mkdir -p "$tmp/debs/partial" "$tmp/root" "$tmp/run" "$tmp/keys"
: >"$tmp/status"
apt-get -qq -o Dir::State::status="$tmp/status" -o Dir::Cache::archives="$tmp/debs" -o APT::Install-Recommends=false \
	install --download-only -y "sway=$sway" "wtype=$wtype" >/dev/null
for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
lib=$(dirname "$(find "$tmp/root" -name 'libwlroots.so.*' | head -n 1)")

cat >"$tmp/keys/main.go" <<'GO'
package main

import (
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"
)

var names = map[glfw.Key]string{glfw.KeyEscape: "Escape", glfw.KeyPageUp: "Page Up", glfw.Key1: "1", glfw.KeyF5: "F5"}

func main() {
	runtime.LockOSThread()
	if err := glfw.Init(); err != nil {
		panic(err)
	}
	w, err := glfw.CreateWindow(400, 300, "keys", nil, nil)
	if err != nil {
		panic(err)
	}
	w.MakeContextCurrent()
	w.SetKeyCallback(func(_ *glfw.Window, key glfw.Key, _ int, action glfw.Action, _ glfw.ModifierKey) {
		if action == glfw.Press {
			fmt.Println("key", names[key])
		}
	})
	for begin := time.Now(); time.Since(begin) < time.Minute; {
		w.SwapBuffers()
		glfw.WaitEventsTimeout(0.1)
	}
	os.Exit(1)
}
GO
(cd "$tmp/keys" && go mod init keys && go get "github.com/go-gl/glfw/v3.4/glfw@$glfw" && go build -o ../hears .) >"$tmp/build.txt" 2>&1 ||
	{ cat "$tmp/build.txt" >&2; fail "it does not build"; }

printf 'xwayland disable\n' >"$tmp/config"
# sway refuses to run as root.
chmod 755 "$tmp"
as_user=
if [ "$(id -u)" -eq 0 ]; then
	chown nobody "$tmp/run"
	as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi
# shellcheck disable=SC2086 # words are meant
env XDG_RUNTIME_DIR="$tmp/run" SWAYSOCK="$tmp/run/sock" WLR_BACKENDS=headless WLR_RENDERER=pixman \
	XKB_CONFIG_ROOT="$tmp/root/usr/share/X11/xkb" LD_LIBRARY_PATH="$lib" \
	$as_user "$tmp/root/usr/bin/sway" --config "$tmp/config" >"$tmp/sway.txt" 2>&1 &
compositor=$!
tries=300
until [ -S "$tmp/run/wayland-1" ] && [ -S "$tmp/run/sock" ]; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || { cat "$tmp/sway.txt" >&2; fail "sway does not run"; }
	sleep 0.1
done
env -u DISPLAY WAYLAND_DISPLAY="$tmp/run/wayland-1" "$tmp/hears" >"$tmp/heard.txt" 2>&1 &
window=$!
until LD_LIBRARY_PATH="$lib" "$tmp/root/usr/bin/swaymsg" --socket "$tmp/run/sock" --raw --type get_tree | grep -q '"name": "keys"'; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || { cat "$tmp/heard.txt" >&2; fail "the window is not shown"; }
	sleep 0.1
done
# Before wtype comes there is no keyboard; the window needs a moment to hear of it.
WAYLAND_DISPLAY="$tmp/run/wayland-1" LD_LIBRARY_PATH="$lib" "$tmp/root/usr/bin/wtype" -s 2000 -k Prior -s 500 -k F5 -s 500
until [ "$(grep -c '^key ' "$tmp/heard.txt")" -ge 2 ]; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || { cat "$tmp/heard.txt" >&2; fail "the window does not hear two keys"; }
	sleep 0.1
done
heard=$(sed -n 's/^key //p' "$tmp/heard.txt" | tr '\n' ' ')
echo "GLFW 3.4 by go-gl/glfw $glfw: Prior and F5 of wtype $wtype are heard as $heard"
[ "$heard" = 'Escape 1 ' ] || fail 'they were heard as Escape and 1'
