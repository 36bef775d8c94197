// Doing what may fail.
import { HostError } from '../host'
import { tell } from './messages'

/** Runs an action; a failure is told, being called off is none. */
export async function attempt(action: () => Promise<unknown>): Promise<void> {
  try {
    await action()
  } catch (error) {
    if (!(error instanceof HostError && error.code === 'cancelled')) tell.error(error)
  }
}
