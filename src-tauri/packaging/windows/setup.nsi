; The installer: for one user, without asking for rights. `cargo xtask windows` names the files it is made of.
Unicode true
Target amd64-unicode ; Debian's stub; the program is 64-bit anyway
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
RequestExecutionLevel user
AllowSkipFiles off ; a file that cannot be written ends the installation, also a silent one
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; both programs hold the same fonts and tables: seen by the packer, they take room once

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define NAME "质量标杆申报助手"
!define PUBLISHER "质量标杆申报助手开发组"
!define ID "biaogan"
!define EXE "biaogan-desktop.exe"
!define WINDOW "cn.biaogan.desktop"           ; the class of the program's window: its identifier
!define INSTANCE "cn.biaogan.desktop-sic"     ; that of the window by which a second start finds the first
!define PROGID "biaogan.draft"
!define CLASSES "Software\Classes"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\biaogan.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define EDGE "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW2 "110"                        ; the oldest that the pages are made for, as in the program

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\biaogan"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "© 2026 ${PUBLISHER}，Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "本程序只安装给当前用户，不需要管理员权限，不需要联网。$\r$\n$\r$\n升级时，正在运行的程序会先保存再关闭；草稿、备份和设置都不会改动。$\r$\n$\r$\n点击“下一步”继续。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将删除${NAME}的程序文件。草稿、备份、设置和已安装的通知都会保留。"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE ChooseAnother
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Has the running program closed, which saves first, and waits up to 90 s; where it stays open, nothing is changed.
!macro CloseProgram un
Function ${un}CloseProgram
  again:
  FindWindow $0 "${INSTANCE}"
  ${If} $0 == 0
    Return
  ${EndIf}
  MessageBox MB_OKCANCEL|MB_ICONINFORMATION "${NAME}正在运行。点“确定”后它会先保存再关闭，然后继续。" /SD IDOK IDOK go
  SetErrorLevel 1
  Quit
  go:
  FindWindow $1 "${WINDOW}"
  ${If} $1 != 0
    SendMessage $1 ${WM_CLOSE} 0 0 /TIMEOUT=5000
  ${EndIf}
  StrCpy $2 0
  ${Do}
    Sleep 500
    IntOp $2 $2 + 1
    FindWindow $0 "${INSTANCE}"
    ${If} $0 == 0
      Sleep 500
      Return
    ${EndIf}
  ${LoopUntil} $2 >= 180
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}没有关闭，没有作任何改动。请在它的窗口里处理完未保存的内容并关闭，再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 1
  Quit
FunctionEnd
!macroend
!insertmacro CloseProgram ""
!insertmacro CloseProgram "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要 64 位的 Windows 10 或更高版本。" /SD IDOK
    SetErrorLevel 1
    Quit
  ${EndIf}
FunctionEnd

; A portable program's settings, notices and backups lie in its folder, where an installed one does not look for them.
!macro RefusePortable then
  ${If} ${FileExists} "$INSTDIR\portable.txt"
    MessageBox MB_OK|MB_ICONSTOP "这个文件夹里是便携版，它的设置、通知和备份都在里面，安装在这里就找不到了。没有作任何改动。$\r$\n$\r$\n$INSTDIR$\r$\n$\r$\n请换一个文件夹安装；要继续用便携版，直接打开里面的 ${EXE} 即可。" /SD IDOK
    ${then}
  ${EndIf}
!macroend

Function Stop
  SetErrorLevel 1
  Quit
FunctionEnd

Function ChooseAnother
  !insertmacro RefusePortable Abort
FunctionEnd

; The programs. They are set aside before anything is written, and put back where that does not come to its end. One that
; runs can be renamed though not replaced, so the command line may be running: it is removed the next time.
!macro ForPrograms each
  !insertmacro ${each} "biaogan-desktop.exe"
  !insertmacro ${each} "biaogan.exe"
  !insertmacro ${each} "WebView2Loader.dll"
!macroend

!macro SetAside name
  Delete "$INSTDIR\${name}.old"
  ${If} ${FileExists} "$INSTDIR\${name}"
    ClearErrors
    Rename "$INSTDIR\${name}" "$INSTDIR\${name}.old"
    ${If} ${Errors}
      StrCpy $3 "${name}"
    ${EndIf}
  ${EndIf}
!macroend

!macro PutBack name
  ${IfNot} ${FileExists} "$INSTDIR\${name}"
    Rename "$INSTDIR\${name}.old" "$INSTDIR\${name}"
  ${EndIf}
!macroend

!macro Put name
  File "${STAGE}/${name}"
!macroend

!macro RemoveOld name
  Delete "$INSTDIR\${name}.old"
!macroend

!macro Remove name
  Delete "$INSTDIR\${name}"
!macroend

; A scanner holds a program for a moment: five seconds are waited.
Function SetAsidePrograms
  again:
  StrCpy $2 0
  ${Do}
    StrCpy $3 ""
    !insertmacro ForPrograms SetAside
    ${If} $3 == ""
      Return
    ${EndIf}
    !insertmacro ForPrograms PutBack
    Sleep 500
    IntOp $2 $2 + 1
  ${LoopUntil} $2 >= 10
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$3 正被其他程序使用，没有作任何改动。请等那个程序（如杀毒软件、正在运行的命令行）用完，再点“重试”。$\r$\n$\r$\n$INSTDIR" /SD IDCANCEL IDRETRY again
  Call Stop
FunctionEnd

; Such as on a full disk.
Function .onInstFailed
  SetOutPath "$TEMP"
  !insertmacro ForPrograms Remove
  !insertmacro ForPrograms PutBack
  RMDir "$INSTDIR"
FunctionEnd

Section
  !insertmacro RefusePortable "Call Stop" ; installed silently: there is no page to go back to
  Call CloseProgram
  SetOutPath "$INSTDIR"
  Call SetAsidePrograms
  !insertmacro ForPrograms Put
  File "${STAGE}/${DOCUMENT_ICON}"
  File "${STAGE}/${LICENCES}"
  File "${STAGE}/${NOTES}"
  WriteUninstaller "$INSTDIR\卸载.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"

  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "质量标杆申报草稿"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "FriendlyTypeName" "质量标杆申报草稿"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\${DOCUMENT_ICON}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.biaogan" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.biaogan" "Content Type" "application/x-biaogan"
  WriteRegStr HKCU "${CLASSES}\.biaogan\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\biaogan.exe"
  ${RefreshShellIcons}

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\卸载.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\卸载.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  !insertmacro ForPrograms RemoveOld
SectionEnd

; The version of WebView2 at hand, the machine's or the user's, in $0; 0 where there is none.
Function FindWebView2
  SetRegView 32
  ReadRegStr $0 HKLM "SOFTWARE\${EDGE}" "pv"
  SetRegView 64
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    ReadRegStr $0 HKCU "Software\${EDGE}" "pv"
  ${EndIf}
  ${If} $0 == ""
    StrCpy $0 "0"
  ${EndIf}
FunctionEnd

; Whether the window can be shown at all: with a folder of WebView2 beside the program, or one that is installed.
Section
  ${If} ${FileExists} "$INSTDIR\webview2\msedgewebview2.exe"
    Return
  ${EndIf}
  Call FindWebView2
  ${VersionCompare} "$0" "${WEBVIEW2}" $1
  ${If} $1 < 2
    Return
  ${EndIf}
  FindFirst $2 $3 "$EXEDIR\MicrosoftEdgeWebView2RuntimeInstaller*X64*.exe"
  FindClose $2
  ${If} $3 != ""
    DetailPrint "正在安装 WebView2 …"
    ExecWait '"$EXEDIR\$3" /silent /install' $1
    ${If} $1 == 0
      Return
    ${EndIf}
  ${EndIf}
  MessageBox MB_OK|MB_ICONINFORMATION "程序已装好，但本机缺少 WebView2（微软 Edge 的显示组件），或其版本低于 ${WEBVIEW2}，窗口暂时打不开。$\r$\n$\r$\n请在能上网的电脑上从微软官方网站下载“WebView2 常青版独立安装程序（x64）”MicrosoftEdgeWebView2RuntimeInstallerX64.exe，拷到本机运行；或与本安装程序放在同一文件夹，再运行一次本安装程序。" /SD IDOK
SectionEnd

Section "Uninstall"
  Call un.CloseProgram
  !insertmacro ForPrograms Remove
  !insertmacro ForPrograms RemoveOld
  StrCpy $1 ""
  ${If} ${FileExists} "$INSTDIR\biaogan.exe"
    StrCpy $1 "$\r$\n· 正在运行的 biaogan.exe 没有删掉，在 $INSTDIR"
  ${EndIf}
  Delete "$INSTDIR\${DOCUMENT_ICON}"
  Delete "$INSTDIR\${LICENCES}"
  Delete "$INSTDIR\${NOTES}"
  Delete "$INSTDIR\卸载.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegValue HKCU "${CLASSES}\.biaogan\OpenWithProgids" "${PROGID}"
  ReadRegStr $0 HKCU "${CLASSES}\.biaogan" ""
  ${If} $0 == "${PROGID}"
    DeleteRegKey HKCU "${CLASSES}\.biaogan"
  ${EndIf}
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ; What WebView2 kept for itself, and where the window was.
  RMDir /r "$LOCALAPPDATA\${WINDOW}"
  RMDir /r "$APPDATA\${WINDOW}"
  ${RefreshShellIcons}
  MessageBox MB_OK|MB_ICONINFORMATION "${NAME}已卸载。您的数据没有删除：$\r$\n$\r$\n· 草稿在您存放它们的文件夹（默认是“文档\质量标杆申报”）$\r$\n· 备份在 $LOCALAPPDATA\biaogan$\r$\n· 设置和已安装的通知在 $APPDATA\biaogan$1$\r$\n$\r$\n不再需要时可自行删除。" /SD IDOK
SectionEnd
