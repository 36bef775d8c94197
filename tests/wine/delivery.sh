#!/bin/bash
# delivery.sh WINE PREFIX SETUP ZIP: installs, upgrades and uninstalls as a user does, and carries the portable folder;
# every file and every key of the user's registry is listed before and after. WINE runs a program; PREFIX is its disk.
set -euo pipefail
wine=$1 prefix=$2 setup=$3 zip=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
user=$prefix/drive_c/users/$(id -un)
place=$user/AppData/Local/Programs/biaogan
fail() { echo "失败：$*" >&2; exit 1; }
run() { "$wine" "$@"; }
# Wine writes the registry down when its last program has ended; times and keys without anything in them are left out.
keys() { sed -E 's/^(\[.*\]) [0-9]+$/\1/; /^#time/d; /^"(DriverDate|PendingFileRename)/d; /\\(Classes|App Paths|Uninstall)\]$/d; /^$/d' "$1"; }
list() {
  WINEPREFIX=$prefix /usr/lib/wine/wineserver64 -w
  (cd "$prefix/drive_c" && find . -path ./windows -prune -o -path '*/Temp/*' -prune -o -type f -print) | sort > "$work/$1.files"
  keys "$prefix/user.reg" > "$work/$1.keys"
  # Of the machine's only what programs write: wine keeps its screens there too.
  keys "$prefix/system.reg" | awk '/^\[/ { is_software = /^\[Software/ } is_software' > "$work/$1.machine"
}
changed() { # BEFORE AFTER KIND: what was added or removed
  diff "$work/$1.$3" "$work/$2.$3" | grep '^[<>]' || true
}
same() { # BEFORE AFTER WHAT
  for kind in files keys machine; do
    [ -z "$(changed "$1" "$2" $kind)" ] || fail "$3 left behind ($kind): $(changed "$1" "$2" $kind)"
  done
}

run wineboot > /dev/null 2>&1 || true
list before
echo "== 静默安装"
run "$setup" /S || fail "installer: $?"
list installed
changed before installed files
changed before installed keys
machine=$(changed before installed machine)
[ -z "$machine" ] || fail "it wrote for the whole machine: $machine"
for file in biaogan-desktop.exe biaogan.exe WebView2Loader.dll document.ico 许可证.txt 交付说明.txt 卸载.exe; do
  [ -s "$place/$file" ] || fail "no $file"
done
grep -q 'shell\\\\open\\\\command' "$work/installed.keys" || fail "no double click"
grep -qF 'biaogan-desktop.exe\" \"%1\"' "$work/installed.keys" || fail "the double click opens nothing"

echo "== 命令行正在运行时升级"
(cd "$work" && run "$place/biaogan.exe" demo d.biaogan)
# It runs until somebody reads what it says: more than a pipe holds.
mkfifo "$work/said"
(cd "$work" && run "$place/biaogan.exe" show d.biaogan > said) &
exec 3< "$work/said"
head -c 1 <&3 > /dev/null
run "$setup" /S 3<&- || fail "upgrade: $?"
[ -e "$place/biaogan.exe.old" ] || fail "the running program was not set aside"
exec 3<&-
wait
run "$setup" /S
[ ! -e "$place/biaogan.exe.old" ] || fail "the old program was not removed the next time"
(cd "$work" && run "$place/biaogan.exe" check d.biaogan --today 2026-05-08) || fail "the new program does not run"

echo "== 卸载"
mkdir -p "$user/AppData/Roaming/biaogan" "$user/AppData/Local/biaogan/backups"
touch "$user/AppData/Roaming/biaogan/settings.json" "$user/AppData/Local/biaogan/backups/x" "$place/我的草稿.biaogan"
run "$place/卸载.exe" /S
for _ in $(seq 60); do [ -e "$place/卸载.exe" ] || break; sleep 0.5; done
for kept in "$place/我的草稿.biaogan" "$user/AppData/Roaming/biaogan/settings.json" "$user/AppData/Local/biaogan/backups/x"; do
  [ -e "$kept" ] || fail "the user's $kept is gone"
  rm "$kept"
done
rmdir "$place" "$user/AppData/Roaming/biaogan" "$user/AppData/Local/biaogan/backups" "$user/AppData/Local/biaogan"
list uninstalled
same before uninstalled "the installer"

echo "== 便携版"
stick=$prefix/dosdevices/e:
rm -rf "$work/stick" "$stick"
mkdir "$work/stick" && ln -s "$work/stick" "$stick"
python3 -m zipfile -e "$zip" "$work/stick"
folder="E:/质量标杆申报助手"
printf 'id = "2027"\nbased_on = "2026"\nyear = 2027\ndeadline = "2027-05-20"\n[notice]\nnumber = "某"\ntitle = "某"\nissuer = "某"\nissued_on = "2027-03-31"\ncontact = "某"\n' > "$work/stick/2027.toml"
run "$folder/biaogan.exe" edition "E:/2027.toml"
run "$folder/biaogan.exe" demo "$folder/d.biaogan"
run "$folder/biaogan.exe" export "$folder/d.biaogan" --to "$folder/报送材料" --today 2026-05-08
# Without WebView2 the window's program shows its box until it is ended.
code=0
xvfb-run -a timeout -k 2 12 "$wine" "$folder/biaogan-desktop.exe" || code=$?
[ $code = 124 ] || [ $code = 137 ] || fail "the window's program ended with $code"
(cd "$work/stick" && find . -type f | sort)
[ -f "$work/stick/质量标杆申报助手/数据/editions/2027.toml" ] || fail "the notice does not lie beside the program"

echo "== 安装到便携版的文件夹"
(cd "$work/stick" && find . -type f -exec sha256sum {} + | sort) > "$work/stick.before"
code=0
run "$setup" /S '/D=E:\质量标杆申报助手' || code=$?
[ $code = 1 ] || fail "the installer into a portable folder ended with $code"
(cd "$work/stick" && find . -type f -exec sha256sum {} + | sort) > "$work/stick.after"
diff "$work/stick.before" "$work/stick.after" || fail "the installer changed a portable folder"

rm "$stick"
list carried
same uninstalled carried "the portable program"
echo "== 全部符合"
