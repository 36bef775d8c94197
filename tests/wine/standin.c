/* What stands in the tests for programs that are not at hand here.
     standin.exe window FILE   a program as the installer finds it: asked to close, it saves for a while, writes FILE, closes
     standin.exe window        one that does not close
     standin.exe hold FILE     a scanner: it has FILE open and lets nobody else
     standin.exe told TITLE    prints what the box of this title says, and closes it; 1 where none comes
   Called otherwise it is an installer of Microsoft's: it writes beside itself how it was called. */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *saved; /* the file that is written before closing */

static void put(FILE *to, const wchar_t *text)
{
    char bytes[8192];
    WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    fprintf(to, "%s\n", bytes);
}

/* Says that it is there: what starts it waits for that. */
static void ready(void)
{
    puts("ready");
    fflush(stdout);
}

static LRESULT CALLBACK answer(HWND window, UINT message, WPARAM w, LPARAM l)
{
    if (message != WM_CLOSE)
        return DefWindowProcW(window, message, w, l);
    if (saved) {
        Sleep(2000);
        fclose(_wfopen(saved, L"wb"));
        PostQuitMessage(0);
    }
    return 0;
}

static int window(void)
{
    const wchar_t *classes[] = {L"cn.biaogan.desktop", L"cn.biaogan.desktop-sic"};
    for (int i = 0; i < 2; i++) {
        WNDCLASSW class = {.lpfnWndProc = answer, .hInstance = GetModuleHandleW(NULL), .lpszClassName = classes[i]};
        RegisterClassW(&class);
        CreateWindowW(classes[i], L"", WS_OVERLAPPED, 0, 0, 200, 100, NULL, NULL, class.hInstance, NULL);
    }
    ready();
    MSG message;
    while (GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
    return 0;
}

static BOOL CALLBACK print(HWND control, LPARAM unused)
{
    wchar_t class[64], text[4096];
    GetClassNameW(control, class, 64);
    if (!_wcsicmp(class, L"Static") && GetWindowTextW(control, text, 4096))
        put(stdout, text);
    return TRUE;
}

static int told(const wchar_t *title)
{
    for (int tries = 0; tries < 600; tries++, Sleep(100)) {
        HWND box = FindWindowW(L"#32770", title);
        if (!box)
            continue;
        Sleep(500); /* until all of it is there */
        EnumChildWindows(box, print, 0);
        PostMessageW(box, WM_COMMAND, IDOK, 0);
        return 0;
    }
    return 1;
}

static int hold(const wchar_t *file)
{
    HANDLE held = CreateFileW(file, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (held == INVALID_HANDLE_VALUE)
        return 1;
    ready();
    Sleep(60000);
    return 0;
}

static int installer(void)
{
    wchar_t place[MAX_PATH + 8];
    GetModuleFileNameW(NULL, place, MAX_PATH);
    wcscat(place, L".called");
    FILE *file = _wfopen(place, L"wb");
    put(file, GetCommandLineW());
    return fclose(file);
}

int wmain(int count, wchar_t **arguments)
{
    if (count > 1 && !wcscmp(arguments[1], L"window")) {
        saved = count > 2 ? arguments[2] : NULL;
        return window();
    }
    if (count > 2 && !wcscmp(arguments[1], L"hold"))
        return hold(arguments[2]);
    return count > 2 && !wcscmp(arguments[1], L"told") ? told(arguments[2]) : installer();
}
