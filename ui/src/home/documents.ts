// Word files that are to be brought in: asked for by a button, or dropped on the window.
import { ref } from 'vue'
import * as host from '../host'
import { attempt } from '../widgets/attempt'

/** The file that is being brought in; null while there is none. */
export const documents = ref<string | null>(null)

/** Whether a dropped file is one of those. Older kinds are taken too: what to do with them is said on reading. */
export const isDocument = (path: string) => /\.(docx?|wps|zip)$/i.test(path)

export const chooseDocuments = () =>
  attempt(async () => {
    documents.value = (await host.chooseDocuments()) ?? documents.value
  })
