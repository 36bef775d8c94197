#!/bin/bash
# delivery.sh WINE PREFIX SETUP ZIP STANDINS: installs, upgrades and uninstalls as a user does, and carries the portable
# folder; every file and every key of the user's registry is listed before and after. WINE runs a program; PREFIX is its
# disk; STANDINS holds what is made of the C sources beside this. It wants a display.
set -euo pipefail
wine=$1 prefix=$2 setup=$3 zip=$4 standins=$5
work=$(mktemp -d)
user=$prefix/drive_c/users/$(id -un)
place=$user/AppData/Local/Programs/biaogan
edge='HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}'
themes='HKCU\Software\Wine\AppDefaults\biaogan-desktop.exe'
name=质量标杆申报助手
stick=$prefix/dosdevices/e: other=$prefix/dosdevices/f:
end() {
  WINEPREFIX=$prefix /usr/lib/wine/wineserver64 -k || true
  rm -f "$stick" "$other"
  umount -q "$work"/disk 2> /dev/null || true
  rm -rf "$work"
}
trap end EXIT
fail() { echo "失败：$*" >&2; exit 1; }
run() { timeout -k 5 240 "$wine" "$@"; }
# Runs a program that must end with this exit status.
run_to() { # STATUS PROGRAM …
  local code=0 expected=$1
  shift
  run "$@" || code=$?
  [ $code = "$expected" ] || fail "$1 ended with $code instead of $expected"
}
# Wine writes the registry down when its last program has ended; times, keys without anything in them, and those of the
# consoles that wine opens are left out.
keys() { awk '/^\[/ { is_console = /^\[Console/ } !is_console' "$1" | sed -E 's/^(\[.*\]) [0-9]+$/\1/; /^#time/d; /^"(DriverDate|PendingFileRename)/d; /\\(Classes|App Paths|Uninstall)\]$/d; /^$/d'; }
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
# The sums of everything below a folder.
sums() { (cd "$1" && find . -type f -exec sha256sum {} + | sort); }
# Starts the window's program, which must tell why it has no window, in a box that is closed, and end with 3.
told() { # FOLDER WORDS
  "$wine" "$standins/standin.exe" told $name > "$work/told" &
  local reader=$!
  run_to 3 "$1/biaogan-desktop.exe"
  wait $reader || fail "no box"
  cat "$work/told"
  grep -qF "$2" "$work/told" || fail "the box does not say: $2"
}
# The uninstaller goes on in a copy of itself.
uninstall() {
  run "$place/卸载.exe" /S
  for _ in $(seq 60); do [ -e "$place/卸载.exe" ] || break; sleep 0.5; done
}
# Starts a stand-in for a program, and waits until it says that it is there.
stand_in() { # PROGRAM ARGUMENTS
  rm -f "$work/ready"
  "$wine" "$@" > "$work/ready" &
  started=$!
  for _ in $(seq 300); do
    if grep -qs ready "$work/ready"; then return; fi
    sleep 0.2
  done
  fail "$1 does not start"
}
# One for the installed window's program.
open_window() { # ARGUMENTS
  cp "$standins/standin.exe" "$place/biaogan-desktop.exe"
  stand_in "$place/biaogan-desktop.exe" window "$@"
  window=$started
}

run wineboot > /dev/null 2>&1 || true
# What a trial that broke off has left.
if [ -e "$place/卸载.exe" ]; then uninstall; fi
list before

echo "== 静默安装"
run_to 0 "$setup" /S
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

echo "== 没有 WebView2，版本太旧，打不开"
told "$place" "本机没有 WebView2"
cp "$standins/WebView2Loader.dll" "$place/WebView2Loader.dll"
STANDIN_VERSION=109.0.1518.78 told "$place" "版本是 109.0.1518.78，需要 110 或更高"

echo "== WebView2 的离线安装程序放在旁边"
mkdir "$work/download"
evergreen=$work/download/MicrosoftEdgeWebView2RuntimeInstallerX64.exe
cp "$setup" "$work/download/setup.exe"
cp "$standins/standin.exe" "$evergreen"
evergreen_runs() { # YES|NO WHEN
  rm -f "$evergreen.called"
  run_to 0 "$work/download/setup.exe" /S
  { [ -e "$evergreen.called" ] && found=yes; } || found=no
  [ $found = "$1" ] || fail "WebView2's installer run: $found, $2"
  echo "$2: $found"
}
evergreen_runs yes "没有 WebView2"
grep -q '/silent /install' "$evergreen.called" || fail "it was not run in silence"
for version in 131.0.2903.70:no 110.0.1587.40:no 109.0.1518.78:yes 99.0.1:yes 0.0.0.0:yes; do
  run reg add "$edge" /v pv /d "${version%:*}" /f > /dev/null
  evergreen_runs "${version#*:}" "WebView2 ${version%:*}"
done
run reg delete 'HKCU\Software\Microsoft\EdgeUpdate' /f > /dev/null

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

echo "== 窗口开着时升级：先保存再关闭"
open_window "Z:$work/saved"
run_to 0 "$setup" /S
[ -e "$work/saved" ] || fail "the window was not asked to close"
wait $window || fail "the window did not close"
cmp -s "$standins/standin.exe" "$place/biaogan-desktop.exe" && fail "the program was not replaced"

echo "== 窗口不关闭：什么也不改"
open_window
sums "$place" > "$work/stays"
run_to 1 "$setup" /S
sums "$place" | diff "$work/stays" - || fail "an upgrade over a window that stays changed something"
kill $window
WINEPREFIX=$prefix /usr/lib/wine/wineserver64 -k || true
wait $window || true

echo "== 程序被扫描程序占用：什么也不改"
stand_in "$standins/standin.exe" hold "$place/biaogan.exe"
held=$started
run_to 1 "$setup" /S
sums "$place" | diff "$work/stays" - || fail "an upgrade over a program that is held changed something"
kill $held
WINEPREFIX=$prefix /usr/lib/wine/wineserver64 -k || true
wait $held || true

echo "== 卸载"
mkdir -p "$user/AppData/Roaming/biaogan" "$user/AppData/Local/biaogan/backups"
touch "$user/AppData/Roaming/biaogan/settings.json" "$user/AppData/Local/biaogan/backups/x" "$place/我的草稿.biaogan"
uninstall
for kept in "$place/我的草稿.biaogan" "$user/AppData/Roaming/biaogan/settings.json" "$user/AppData/Local/biaogan/backups/x"; do
  [ -e "$kept" ] || fail "the user's $kept is gone"
  rm "$kept"
done
rmdir "$place" "$user/AppData/Roaming/biaogan" "$user/AppData/Local/biaogan/backups" "$user/AppData/Local/biaogan"
list uninstalled
same before uninstalled "the installer"

echo "== 便携版"
unpack() { rm -rf "$1" && mkdir "$1" && python3 -m zipfile -e "$zip" "$1"; }
unpack "$work/stick" && rm -f "$stick" && ln -s "$work/stick" "$stick"
folder="E:/$name" own=$work/stick/$name
printf 'id = "2027"\nbased_on = "2026"\nyear = 2027\ndeadline = "2027-05-20"\n[notice]\nnumber = "某"\ntitle = "某"\nissuer = "某"\nissued_on = "2027-03-31"\ncontact = "某"\n' > "$work/stick/2027.toml"
run "$folder/biaogan.exe" edition "E:/2027.toml"
run "$folder/biaogan.exe" demo "$folder/d.biaogan"
run "$folder/biaogan.exe" export "$folder/d.biaogan" --to "$folder/报送材料" --today 2026-05-08
run "$folder/biaogan.exe" backup "$folder/d.biaogan" --to "$folder/备份"
told "$folder" "本机没有 WebView2"
[ -f "$own/数据/editions/2027.toml" ] || fail "the notice does not lie beside the program"

echo "== 便携版：旁边的 webview2 文件夹"
cp "$standins/WebView2Loader.dll" "$own/"
mkdir "$own/webview2" && touch "$own/webview2/msedgewebview2.exe" "$own/webview2/109.0.1518.78.manifest"
told "$folder" "109.0.1518.78"
mv "$own/webview2/109.0.1518.78.manifest" "$own/webview2/131.0.2903.70.manifest"
# This one does not start: what was asked of it is what counts, and that the user is told. An older Windows, since wine's
# library of themes has other functions where the window looks for those of the dark mode.
run reg add "$themes" /v Version /d win81 /f > /dev/null
"$wine" "$standins/standin.exe" told $name > "$work/told" &
reader=$!
STANDIN_VERSION=131.0.2903.70 STANDIN_LOG="Z:$work/asked" run "$folder/biaogan-desktop.exe" || echo "exit status $?"
wait $reader || fail "a window that cannot be made is not told"
cat "$work/told" "$work/asked"
grep -qF "runtime E:\\$name\\webview2" "$work/asked" || fail "the folder beside the program is not used"
grep -qF "data E:\\$name\\数据" "$work/asked" || fail "WebView2's data do not lie beside the program"
grep -qF "$folder/数据" <(tr '\\' / < "$work/told") || fail "the box does not say where the log lies"
run reg delete "${themes%\\*}" /f > /dev/null
(cd "$work/stick" && find . -type f | sort)

echo "== 第二个 U 盘"
unpack "$work/other" && rm -f "$other" && ln -s "$work/other" "$other"
sums "$work/stick" > "$work/stick.before"
run "F:/$name/biaogan.exe" demo "F:/$name/d.biaogan"
# A draft of an older version is backed up before it is changed.
cp "$(dirname "$0")/../fixtures/drafts/5.biaogan" "$work/other/$name/old.biaogan"
run "F:/$name/biaogan.exe" check "F:/$name/old.biaogan" --fix --today 2026-05-08 || [ $? = 1 ] || fail "an older draft"
[ -d "$work/other/$name/数据/backups" ] || fail "the other stick keeps no backups"
[ ! -e "$work/other/$name/数据/editions" ] || fail "the other stick has the notice of the first"
sums "$work/stick" | diff "$work/stick.before" - || fail "one stick wrote on the other"

echo "== 只读的和写满的 U 盘"
mkdir "$work/disk"
if mount -t tmpfs -o size=80m tmpfs "$work/disk" 2> /dev/null; then
  cp -r "$work/other/$name" "$work/disk/"
  rm -rf "$work/disk/$name/数据"
  rm "$other" && ln -s "$work/disk" "$other"
  mount -o remount,ro "$work/disk"
  told "F:/$name" "便携版要在自己的文件夹里保存设置和备份，但这里写不进去"
  code=0
  run "F:/$name/biaogan.exe" new "F:/$name/new.biaogan" --organization 甲 || code=$?
  [ $code = 2 ] || [ $code = 3 ] || fail "a draft on a disk that is read-only: $code"
  mount -o remount,rw "$work/disk"
  head -c 90000000 /dev/zero > "$work/disk/full" 2> /dev/null || true
  sums "$work/disk/$name" > "$work/disk.before"
  told "F:/$name" "磁盘空间不足"
  code=0
  run "F:/$name/biaogan.exe" demo "F:/$name/new.biaogan" || code=$?
  [ $code = 2 ] || [ $code = 3 ] || fail "a draft on a disk that is full: $code"
  sums "$work/disk/$name" | diff "$work/disk.before" - || fail "something half made lies on the full disk"
  run_to 2 "$setup" /S "/D=F:\\安装"
  [ ! -e "$work/disk/安装" ] || fail "half an installation lies on the full disk"
else
  echo "跳过：不能挂载（需要 root）"
fi

echo "== 安装到便携版的文件夹"
sums "$work/stick" > "$work/stick.before"
run_to 1 "$setup" /S "/D=E:\\$name"
sums "$work/stick" | diff "$work/stick.before" - || fail "the installer changed a portable folder"

list carried
same uninstalled carried "the portable program"
echo "== 全部符合"
