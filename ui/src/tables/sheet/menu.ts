// What a menu of a table holds.
import { ref } from 'vue'
import type { IconName } from '../../widgets/Icon.vue'

export interface MenuItem {
  label: string
  run: () => void
  icon?: IconName
  /** The keys that do the same. */
  keys?: string
  disabled?: boolean
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
}

/** What a menu opens below: an element, or where the mouse is. */
export type MenuPlace = Element | { x: number; y: number } | null

/** A menu at a place of the window. */
export function useMenu(closed: () => void) {
  const open = ref<OpenMenu | null>(null)
  return {
    open,
    show(items: MenuItem[], label: string, at: MenuPlace) {
      const { x, y } = at instanceof Element ? below(at) : (at ?? { x: 100, y: 100 })
      open.value = { items, label, x, y }
    },
    close(chosen: boolean) {
      open.value = null
      if (!chosen) closed()
    },
  }
}

function below(element: Element) {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom + 2 }
}
