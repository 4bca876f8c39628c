#!/usr/bin/env bash
# The program with the libraries that it needs, of build/release, for machines without Debian's: into build/packages.
#
#   tarball.sh SECONDS     all files get this time, so that the same sources give the same bytes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

name=ibtikar-$(build/release/ibtikar --version | cut -d' ' -f2)-linux-$(uname -m)
folder=build/packages/$name
rm -rf "$folder"
for component in program libraries; do
  cmake --install build/release --prefix "$folder" --component "$component" --strip >/dev/null
done
tar --create --gzip --file "build/packages/$name.tar.gz" --directory build/packages --sort=name \
  --owner=0 --group=0 --numeric-owner --mtime="@$1" "$name"
rm -rf "$folder"
ls -l "build/packages/$name.tar.gz"
