// Pasting by a menu. WebKit pastes at the page's word, where the program allows it to; Chromium only hands over what
// lies on the clipboard, which is then pasted as if by the key.
import { Refusal } from '../host/refusal'

/** Pastes into a field that has the focus, as text alone where that is wanted. */
export async function paste(field: HTMLElement, plain: boolean) {
  if (!plain && document.execCommand('paste')) return
  const data = plain ? textAlone(readPasted() ?? (await read((all) => all.readText()))) : await everything()
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
  // An editor or a table does it by itself; a plain field knows no event that it has not made.
  if (field.dispatchEvent(event)) document.execCommand('insertText', false, data.getData('text/plain'))
}

/** What WebKit would paste; none where it does not paste at the page's word. */
function readPasted(): string | null {
  let text: string | null = null
  const take = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    text = event.clipboardData?.getData('text/plain') ?? ''
  }
  window.addEventListener('paste', take, true)
  document.execCommand('paste')
  window.removeEventListener('paste', take, true)
  return text
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
