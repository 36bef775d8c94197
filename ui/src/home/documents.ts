// Word files that are to be brought in: asked for by a button, or dropped on the window.
import { ref } from 'vue'
import * as host from '../host'
import { attempt } from '../widgets/attempt'

/** The files that are being brought in as one application; null while there are none. */
export const documents = ref<string[] | null>(null)

export const chooseDocuments = () =>
  attempt(async () => {
    const chosen = await host.chooseDocuments()
    if (chosen.length) documents.value = chosen
  })
