// What is said of an error: its own words where they are the user's. What nobody foresaw goes to the log (错误记录).
import { logProblem } from '../host'
import { Refusal } from '../host/refusal'

export const UNFORESEEN =
  '程序出了意外，刚才的操作可能没有完成；已保存的内容不受影响，请重试。总是这样时，请把“设置”里的错误记录交给维护人员。'

/** The frames that are kept of an error: enough to find the place. */
const FRAMES = 12
const logged = new Set<string>()

/** What to tell the user of an error. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  log(error)
  return UNFORESEEN
}

/** Once each: what fails with every redraw would fill the log. */
function log(error: unknown) {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const frames = framesOf(error)
  const key = [message, ...frames].join('\n')
  if (logged.has(key)) return
  logged.add(key)
  // A log that cannot be written is no reason for another message.
  void logProblem(message, frames).catch(() => {})
}

/** Where it happened, innermost first; the lines of a stack that are no place, such as the message, are left out. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES)
}
