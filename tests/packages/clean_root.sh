#!/usr/bin/env bash
# Installs the packages into a Debian 12 that holds nothing else, by apt, and uses them there. The root is made
# for this and is gone at the end. `./dev test package` builds the packages first.
#
#   clean_root.sh PACKAGE.deb...
set -euo pipefail
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
project=$(realpath "$here/../..")

packages=man-db
for package in "$@"; do
  packages+=,$(realpath "$package")
done
# shellcheck disable=SC2016 # $1 is for mmdebstrap
mmdebstrap --quiet --variant=apt --format=null --include="$packages" \
  --hook-dir=/usr/share/mmdebstrap/hooks/file-mirror-automount \
  --customize-hook="copy-in '$project/examples/proposals' '$here/use_installed.sh' /root" \
  --customize-hook='chroot "$1" bash /root/use_installed.sh' \
  bookworm -
