// Short messages: what was done, what to look at, what failed.
import { shallowReactive } from 'vue'
import { wordsOf } from './failure'

export type Kind = 'done' | 'warning' | 'error'

export interface Message {
  id: number
  kind: Kind
  text: string
  /** How long it stays, in milliseconds; it starts anew whenever the same is told again. */
  time: number
  /** How often it was told. */
  count: number
  /** The way on that it offers. */
  offer?: { action: string; run: () => void }
}

/** What is on the screen, the oldest first. */
export const messages = shallowReactive<Message[]>([])
let made = 0

/** The same once more is counted, not shown twice. */
function show(kind: Kind, text: string, time: number, offer?: Message['offer']) {
  const at = messages.findIndex((one) => one.kind === kind && one.text === text && !one.offer && !offer)
  if (at < 0) messages.push({ id: ++made, kind, text, time, count: 1, ...(offer && { offer }) })
  else messages[at] = { ...messages[at]!, count: messages[at]!.count + 1 }
}

export const tell = {
  done: (text: string) => show('done', text, 3000),
  warning: (text: string) => show('warning', text, 6000),
  error: (error: unknown) => show('error', wordsOf(error), 8000),
}

/** Says that something was done, and offers a way on from there. */
export const offer = (text: string, action: string, run: () => void) => show('done', text, 8000, { action, run })

/** Takes a message off the screen. */
export function take(id: number) {
  const at = messages.findIndex((one) => one.id === id)
  if (at >= 0) messages.splice(at, 1)
}

/** Takes all messages off the screen. */
export const hush = () => void messages.splice(0)
