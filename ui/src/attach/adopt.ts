// Taking newly attached files into the content as the page shows it.
import type { Content, Evidence } from '../types/core'

type Filed = Pick<Content, 'evidence' | 'signed_pages' | 'attachments'>

/**
 * What `present` becomes by the files `added` to `made`. Attaching takes a while and the user may have gone on editing:
 * only new items, new files of items and of signed pages are taken over, by id; everything else stays as it is shown.
 */
export function adopted(present: Filed, made: Filed, added: ReadonlySet<string>): Filed {
  const isNew = (file: string) => added.has(file)
  const evidence: Evidence[] = present.evidence.map((item) => {
    const files =
      made.evidence
        .find((each) => each.id === item.id)
        ?.files.filter((file) => isNew(file) && !item.files.includes(file)) ?? []
    return files.length ? { ...item, files: [...item.files, ...files] } : item
  })
  made.evidence.forEach((item, index) => {
    const fresh = item.files.some(isNew) && !present.evidence.some((each) => each.id === item.id)
    if (!fresh) return
    // Behind the neighbour that it stands behind where it was made.
    const neighbours = made.evidence.slice(0, index).map((each) => each.id)
    const at = evidence.findLastIndex((each) => neighbours.includes(each.id) && each.category === item.category)
    evidence.splice(at < 0 ? evidence.length : at + 1, 0, item)
  })
  const pages = (page: 'pledge' | 'recommendation') => [
    ...present.signed_pages[page],
    ...made.signed_pages[page].filter((file) => isNew(file) && !present.signed_pages[page].includes(file)),
  ]
  return {
    evidence,
    signed_pages: { pledge: pages('pledge'), recommendation: pages('recommendation') },
    attachments: { ...present.attachments, ...made.attachments },
  }
}
