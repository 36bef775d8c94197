// What nobody foresaw: one line for the user, the rest for the log.
import type { App } from 'vue'
import { HostError } from '../host'
import { tell } from '../widgets/messages'

/** What engines report where an observer's own work changes sizes once more; it goes on with the next frame. */
const HARMLESS = /^ResizeObserver loop/

/** Sees to every error that no one else has. */
export function catchUnforeseen(app: App) {
  app.config.errorHandler = say
  window.addEventListener('error', (event) => {
    if (!HARMLESS.test(event.message)) say(event.error ?? event.message)
  })
  window.addEventListener('unhandledrejection', (event) => {
    // The engine's own line would go to a console that nobody looks at.
    event.preventDefault()
    say(event.reason)
  })
}

function say(error: unknown) {
  if (!(error instanceof HostError && error.code === 'cancelled')) tell.error(error)
}
