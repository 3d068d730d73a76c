#!/usr/bin/env bash
# espeak-ng 1.51 (Debian 12) reads numbers that are grouped as CLDR groups them in the
# voice's own language as other numbers: "5.336" (Bosnian) as five point 336, and
# "5 336" with the narrow no-break space of French (U+202F) as two numbers.
# Expected: the same phonemes as for "5336", the number meant.
# Seen: others. Ungrouped digits are read right.
# A kiosk takes the grouping out of a number before it is spoken.
set -eu
version='1.51+dfsg-10+deb12u2'
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/debs/partial" "$tmp/root"
: >"$tmp/status"
apt-get -qq -o Dir::State::status="$tmp/status" -o Dir::Cache::archives="$tmp/debs" -o APT::Install-Recommends=false \
	install --download-only -y "espeak-ng=$version" >/dev/null
for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
lib=$(dirname "$(find "$tmp/root" -name 'libespeak-ng.so.1' | head -n 1)")
said() { # voice, words: their phonemes, without pauses (_!)
	LD_LIBRARY_PATH="$lib:$lib/pulseaudio" "$tmp/root/usr/bin/espeak-ng" --path="$lib" -v "$1" -q -x "$2" 2>/dev/null | tr -d ' \n' | sed 's/_!//g'
}
fail() { echo "changed: $*" >&2; exit 1; }

[ -n "$(said en 5336)" ] || fail "no phonemes at all: the program does not run"
[ "$(said en 5,336)" = "$(said en 5336)" ] || fail "English no longer reads 5,336 as 5336"
narrow=$(printf '5\342\200\257336')
for pair in "bs 5.336" "fr $narrow" "ar 5٬336"; do
	voice=${pair%% *} number=${pair#* }
	[ "$(said "$voice" "$number")" != "$(said "$voice" 5336)" ] || fail "$voice reads $number as 5336"
	echo "espeak-ng $version, $voice: $number is '$(said "$voice" "$number")', 5336 is '$(said "$voice" 5336)'"
done
