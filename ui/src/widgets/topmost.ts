// The dialogs that are open: all but the last is out of reach, so what concerns the whole window stands in that one.
import { computed, shallowReactive } from 'vue'

const dialogs = shallowReactive<HTMLElement[]>([])

/** Where the window can be reached: the dialog on top, else the page. */
export const topmost = computed(() => dialogs.at(-1) ?? 'body')

/** Puts a dialog on top; gives the way to take it off again. */
export function onTop(dialog: HTMLElement) {
  dialogs.push(dialog)
  return () => void dialogs.splice(dialogs.indexOf(dialog), 1)
}
