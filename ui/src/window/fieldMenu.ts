// The menu of a field and of selected text: the program's own, since the engine's is English and offers what is none of
// a form's.
import { attempt } from '../widgets/attempt'
import type { MenuItem, OpenMenu } from '../widgets/menu'
import { paste } from '../widgets/clipboard'

/** Fields that text is written in. */
const FIELDS = `textarea, [contenteditable=true], input:not([type]), ${['text', 'search', 'email', 'tel', 'url', 'number'].map((type) => `input[type=${type}]`).join(', ')}`

type Field = HTMLInputElement | HTMLTextAreaElement
const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** The menu that a right click, or the menu key, opens here; none where there is nothing to cut, copy or paste. */
export function menuFor(event: MouseEvent): OpenMenu | null {
  const target = event.target instanceof Element ? event.target : null
  const field = target?.closest<HTMLElement>(FIELDS) ?? null
  const items = field ? itemsOf(field) : isSelected(target) ? [copyItem(true)] : []
  if (!items.length) return null
  return { items, label: field ? '编辑' : '选中的文字', opener: null, still: true, ...placeOf(event, target!) }
}

/**
 * A right click beside the text of a field leaves selected what is selected there: WebKit would give it up after the
 * menu has come.
 */
export function keepSelected(event: MouseEvent) {
  const { target } = event
  if (event.button === 2 && target instanceof Element && isField(target) && target === document.activeElement)
    if (target.selectionStart !== target.selectionEnd) event.preventDefault()
}

/** The menu key says no place: below the field then. */
function placeOf(event: MouseEvent, target: Element) {
  if (event.clientX || event.clientY) return { x: event.clientX, y: event.clientY }
  const { left, bottom } = target.getBoundingClientRect()
  return { x: left, y: bottom }
}

function itemsOf(field: HTMLElement): MenuItem[] {
  const fixed = isField(field) && (field.readOnly || field.disabled)
  const selected = isField(field) ? field.selectionStart !== field.selectionEnd : isSelected(field)
  const rich = !isField(field)
  return [
    { label: '剪切', icon: 'cut', keys: 'Ctrl+X', disabled: fixed || !selected, run: () => command(field, 'cut') },
    copyItem(selected),
    { label: '粘贴', icon: 'paste', keys: 'Ctrl+V', disabled: fixed, apart: true, run: () => put(field, false) },
    ...(rich ? [{ label: '粘贴为纯文本', keys: 'Ctrl+Shift+V', disabled: fixed, run: () => put(field, true) }] : []),
    { label: '全选', keys: 'Ctrl+A', apart: true, run: () => command(field, 'selectAll') },
  ]
}

const copyItem = (selected: boolean): MenuItem => ({
  label: '复制',
  icon: 'copy',
  keys: 'Ctrl+C',
  disabled: !selected,
  run: () => void document.execCommand('copy'),
})

function command(field: HTMLElement, name: string) {
  field.focus({ preventScroll: true })
  document.execCommand(name)
}

function put(field: HTMLElement, plain: boolean) {
  field.focus({ preventScroll: true })
  void attempt(() => paste(field, plain))
}

function isSelected(target: Element | null): boolean {
  const selection = window.getSelection()
  return (
    selection !== null && !selection.isCollapsed && target !== null && selection.getRangeAt(0).intersectsNode(target)
  )
}
