// What a menu holds, and opening one at a place of the window.
import { ref } from 'vue'
import type { IconName } from './Icon.vue'

export interface MenuItem {
  label: string
  run: () => void
  icon?: IconName
  /** The keys that do the same. */
  keys?: string
  disabled?: boolean
  /** What can't be taken back at once. */
  danger?: boolean
  /** One of several choices, chosen or not. */
  checked?: boolean
  /** With a line above. */
  apart?: boolean
}

export interface OpenMenu {
  items: MenuItem[]
  label: string
  x: number
  y: number
  /** The button that opened it: pressed once more, it closes the menu. */
  opener: Element | null
  /** The keyboard stays in the field that the menu is for: what is selected there goes on being so. */
  still?: boolean
}

/** What a menu opens below: an element, or where the mouse is. */
export type MenuPlace = Element | { x: number; y: number } | null

export interface Opening {
  /** The button that opens it, where it opens elsewhere. */
  opener?: Element | null
  /** Whether the keyboard goes to the menu or stays in the field that the menu is for. */
  keyboard?: 'menu' | 'field'
}

/** How a menu closed: something of it was chosen, the keyboard went elsewhere, or it was called off. */
export type Closed = 'chosen' | 'left' | 'called off'

/** A menu at a place of the window; `calledOff` takes the keyboard back. */
export function useMenu(calledOff: () => void) {
  const open = ref<OpenMenu | null>(null)
  function close(how: Closed) {
    open.value = null
    if (how === 'called off') calledOff()
  }
  function show(items: MenuItem[], label: string, at: MenuPlace, how: Opening = {}) {
    const { opener = at instanceof HTMLButtonElement ? at : null, keyboard = 'menu' } = how
    if (opener && open.value?.opener === opener) return close('called off')
    const { x, y } = at instanceof Element ? below(at) : (at ?? { x: 100, y: 100 })
    open.value = { items, label, x, y, opener, still: keyboard === 'field' }
  }
  return { open, show, close }
}

function below(element: Element) {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom + 2 }
}
