#!/bin/bash
# deb.sh DESKTOP CLI LICENCES VERSION DEB: packs the two programs; called by `cargo xtask deb`.
set -euo pipefail
desktop=$1 cli=$2 licences=$3 version=$4 deb=$5
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/biaogan
share=$root/usr/share
put() { install -D -m644 "$1" "$2"; }
zipped() { install -d "$(dirname "$2")" && gzip -9n < "$1" > "$2"; }

install -D -m755 "$desktop" "$root/usr/bin/biaogan-desktop"
install -D -m755 "$cli" "$root/usr/bin/biaogan"
put "$here/biaogan.desktop" "$share/applications/biaogan.desktop"
put "$here/biaogan.xml" "$share/mime/packages/biaogan.xml"
put "$here/biaogan.lintian" "$share/lintian/overrides/biaogan"

icons=$here/../../icons
for size in 32x32:32x32 128x128:128x128 128x128@2x:256x256; do
  put "$icons/${size%%:*}.png" "$share/icons/hicolor/${size##*:}/apps/biaogan.png"
done
put "$icons/icon.svg" "$share/icons/hicolor/scalable/apps/biaogan.svg"
put "$icons/document.svg" "$share/icons/hicolor/scalable/mimetypes/application-x-biaogan.svg"

for page in biaogan biaogan-desktop; do
  zipped "$here/$page.1" "$share/man/man1/$page.1.gz"
  zipped "$here/$page.zh_CN.1" "$share/man/zh_CN/man1/$page.1.gz"
done

doc=$share/doc/biaogan
put "$here/copyright" "$doc/copyright"
zipped "$licences" "$doc/third-party-licences.txt.gz"
date=$(date -Ru -d "@$SOURCE_DATE_EPOCH")
printf 'biaogan (%s) stable; urgency=low\n\n  * Release %s.\n\n -- %s  %s\n' \
  "$version" "$version" "$(sed -n 's/^Maintainer: //p' "$here/control")" "$date" > "$work/changelog"
zipped "$work/changelog" "$doc/changelog.gz"

mkdir -p "$work/debian" "$root/DEBIAN"
printf 'Source: biaogan\n\nPackage: biaogan\nArchitecture: amd64\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O biaogan/usr/bin/biaogan-desktop biaogan/usr/bin/biaogan 2> "$work/log") \
  || { cat "$work/log" >&2; exit 1; }
size=$(du -sk --apparent-size --exclude=DEBIAN "$root" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$size/" -e "s/@DEPENDS@/${depends#shlibs:Depends=}/" \
  "$here/control" > "$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)

find "$root" -type d -exec chmod 755 {} +
find "$root" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz ${DEB_LEVEL:+-z$DEB_LEVEL} --build "$root" "$deb"
