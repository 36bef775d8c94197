// The clipboard by a menu: the same events as by the keys, on the field that has the focus.
import { tell } from './messages'

export const copyHere = () => void document.execCommand('copy')
export const cutHere = () => void document.execCommand('cut')

/** WebKitGTK pastes by itself; Chromium (WebView2) gives what is on the clipboard to be pasted. */
export async function pasteHere() {
  if (document.execCommand('paste')) return
  try {
    const clipboardData = await read()
    const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(pasted)
  } catch {
    tell.warning('从菜单读不到剪贴板，请按 Ctrl+V 粘贴')
  }
}

async function read(): Promise<DataTransfer> {
  const data = new DataTransfer()
  for (const item of await navigator.clipboard.read()) {
    for (const type of item.types) {
      const part = await item.getType(type)
      if (type.startsWith('text/')) data.setData(type, await part.text())
      else data.items.add(new File([part], 'image.png', { type }))
    }
  }
  return data
}
