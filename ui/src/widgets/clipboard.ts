// Pasting by a menu. WebKit pastes at the page's word, where the program allows it to; Chromium only hands over what
// lies on the clipboard, which is then pasted as if by the key.
import { Refusal } from '../host/refusal'

/** Pastes into a field that has the focus, as text alone where that is wanted. */
export async function paste(field: HTMLElement, plain: boolean) {
  if (pastesByItself(plain)) return
  const data = plain ? textAlone(await read((all) => all.readText())) : await everything()
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
  // An editor or a table does it by itself; a plain field knows no event that it has not made.
  if (field.dispatchEvent(event)) document.execCommand('insertText', false, data.getData('text/plain'))
}

/** WebKit's way; says whether it did. */
function pastesByItself(plain: boolean): boolean {
  if (plain) window.addEventListener('paste', leaveText, true)
  const done = document.execCommand('paste')
  window.removeEventListener('paste', leaveText, true)
  return done
}

/** Whoever takes what is pasted finds text only. */
function leaveText(event: ClipboardEvent) {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const getData = (type: string) => (/^text(\/plain)?$/i.test(type) ? text : '')
  Object.defineProperty(event, 'clipboardData', { value: { getData, types: ['text/plain'], items: [], files: [] } })
}

function textAlone(text: string): DataTransfer {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  return data
}

async function everything(): Promise<DataTransfer> {
  const data = new DataTransfer()
  for (const item of await read((all) => all.read()))
    for (const type of item.types) {
      const blob = await item.getType(type)
      if (type.startsWith('text/')) data.setData(type, await blob.text())
      else data.items.add(new File([blob], `image.${type.split('/')[1]}`, { type }))
    }
  return data
}

async function read<T>(from: (clipboard: Clipboard) => Promise<T>): Promise<T> {
  try {
    return await from(navigator.clipboard)
  } catch {
    throw new Refusal('这里不能由菜单读取剪贴板，请按 Ctrl+V 粘贴')
  }
}
