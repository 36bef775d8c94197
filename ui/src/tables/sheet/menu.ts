// What a menu of a table holds.
import { ref } from 'vue'
import type { IconName } from '../../shared/Icon.vue'

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

export interface OpenMenu { items: MenuItem[]; label: string; x: number; y: number }

/** A menu that opens below an element. */
export function useMenu(closed: () => void) {
  const open = ref<OpenMenu | null>(null)
  return {
    open,
    show(items: MenuItem[], label: string, at: Element | null) {
      const box = at?.getBoundingClientRect()
      open.value = { items, label, x: box?.left ?? 100, y: (box?.bottom ?? 100) + 2 }
    },
    close(chosen: boolean) {
      open.value = null
      if (!chosen) closed()
    },
  }
}
