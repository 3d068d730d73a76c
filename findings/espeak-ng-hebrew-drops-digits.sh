#!/usr/bin/env bash
# espeak-ng 1.51 (Debian 12), voice he: every digit is left out. A figure alone is
# silence, and a sentence with a year sounds as if it had none.
# Expected: some phonemes for "1995", as in every other voice.
# Seen: none; and "בשנת 1995" has the phonemes of "בשנת" alone.
# A kiosk that reads figures aloud in Hebrew has to write them out in words.
set -eu
version='1.51+dfsg-10+deb12u2'
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/debs/partial" "$tmp/root"
: >"$tmp/status"
# What the package needs, as on a machine that has nothing.
apt-get -qq -o Dir::State::status="$tmp/status" -o Dir::Cache::archives="$tmp/debs" -o APT::Install-Recommends=false \
	install --download-only -y "espeak-ng=$version" >/dev/null
for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
lib=$(dirname "$(find "$tmp/root" -name 'libespeak-ng.so.1' | head -n 1)")
said() { # voice, words: their phonemes
	LD_LIBRARY_PATH="$lib:$lib/pulseaudio" "$tmp/root/usr/bin/espeak-ng" --path="$lib" -v "$1" -q -x "$2" 2>/dev/null | tr -d ' \n'
}
fail() { echo "changed: $*" >&2; exit 1; }

[ -n "$(said en 1995)" ] || fail "no phonemes for 1995 in English: the program does not run"
[ -n "$(said he בשנת)" ] || fail "no phonemes for a Hebrew word"
[ -z "$(said he 1995)" ] || fail "Hebrew says 1995 as $(said he 1995)"
[ "$(said he 'בשנת 1995')" = "$(said he בשנת)" ] || fail "Hebrew says a year: $(said he 'בשנת 1995')"
echo "espeak-ng $version: 1995 is '$(said en 1995)' in English and '$(said he 1995)' in Hebrew"
