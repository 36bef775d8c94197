/* WebView2Loader.dll of a machine whose WebView2 has the version STANDIN_VERSION, if any, and does not start. What the
   program asks of it goes to the file STANDIN_LOG. */
#include <windows.h>
#include <objbase.h>
#include <stdio.h>

__declspec(dllexport) HRESULT WINAPI GetAvailableCoreWebView2BrowserVersionString(const wchar_t *folder, wchar_t **version)
{
    *version = CoTaskMemAlloc(64 * sizeof(wchar_t));
    if (GetEnvironmentVariableW(L"STANDIN_VERSION", *version, 64))
        return S_OK;
    CoTaskMemFree(*version);
    *version = NULL;
    return HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
}

__declspec(dllexport) HRESULT WINAPI CreateCoreWebView2EnvironmentWithOptions(const wchar_t *folder, const wchar_t *data,
                                                                            void *options, void *handler)
{
    wchar_t log[MAX_PATH], fixed[MAX_PATH] = L"";
    GetEnvironmentVariableW(L"WEBVIEW2_BROWSER_EXECUTABLE_FOLDER", fixed, MAX_PATH);
    if (GetEnvironmentVariableW(L"STANDIN_LOG", log, MAX_PATH)) {
        char line[4 * MAX_PATH];
        FILE *file = _wfopen(log, L"ab");
        WideCharToMultiByte(CP_UTF8, 0, fixed, -1, line, sizeof line, NULL, NULL);
        fprintf(file, "runtime %s\n", line);
        WideCharToMultiByte(CP_UTF8, 0, data, -1, line, sizeof line, NULL, NULL);
        fprintf(file, "data %s\n", line);
        fclose(file);
    }
    return E_FAIL;
}

__declspec(dllexport) HRESULT WINAPI CompareBrowserVersions(const wchar_t *one, const wchar_t *other, int *result)
{
    *result = 0;
    return S_OK;
}
