// Between the editor and the draft: what is typed is handed over, what changes elsewhere is put into the text where it
// differs.
import type { Editor } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceStep, type Transform } from '@tiptap/pm/transform'
import { toRaw, watch } from 'vue'
import { draft } from '../../draft/store'
import type { Operation, Section } from '../../types/core'
import { fromClosed, toClosed } from '../schema/closed'

/**
 * What is typed goes to the draft this long after its first key, in milliseconds; the draft saves it some moments
 * later.
 */
const REST = 120
const OUTSIDE = 'outside'
/** What a change is called when it is undone. */
export const OPERATION = 'operation'

export const storedSection = (section: Section) => toRaw(draft.content.value).experience?.[section]

/** Where two documents differ: the range in the first, and the range in the second that stands there instead. */
export function difference(one: PMNode, other: PMNode): { from: number; to: number; otherTo: number } | null {
  const from = one.content.findDiffStart(other.content)
  if (from === null) return null
  const end = one.content.findDiffEnd(other.content)!
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, to: end.a + overlap, otherTo: end.b + overlap }
}

/**
 * Puts what stands in the second document into the first, to the letter: `replace` would fit it in, and change tables
 * on the way.
 */
export function exchange(
  change: Transform,
  from: number,
  to: number,
  other: PMNode,
  range: { from: number; otherTo: number },
) {
  change.step(new ReplaceStep(from, to, other.slice(range.from, range.otherTo)))
}

export interface Sync {
  handOver: () => void
  /** Where the last change from outside ended in the text, until it is asked for. */
  takeChange: () => number | null
  stop: () => void
}

export function sync(editor: Editor, section: Section): Sync {
  let known = JSON.stringify(storedSection(section))
  let base = editor.state.doc
  let since = new Mapping()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting = false
  let operation: Operation = 'edit'
  let change: number | null = null

  function onTransaction({ transaction }: { transaction: Transaction }) {
    if (!transaction.docChanged || transaction.getMeta(OUTSIDE)) return
    since.appendMapping(transaction.mapping)
    if (transaction.getMeta('uiEvent') === 'paste') operation = 'paste'
    if (transaction.getMeta('uiEvent') === 'drop') operation = 'move'
    operation = (transaction.getMeta(OPERATION) as Operation | undefined) ?? operation
    timer ??= setTimeout(rest, REST)
  }

  function rest() {
    timer = undefined
    if (editor.view.composing) waiting = true
    else handOver()
  }

  function handOver() {
    clearTimeout(timer)
    timer = undefined
    waiting = false
    const as = operation
    operation = 'edit'
    if (editor.isDestroyed || base === editor.state.doc) return
    const doc = toClosed(editor.state.doc)
    const json = JSON.stringify(doc)
    base = editor.state.doc
    since = new Mapping()
    if (json === known) return
    known = json
    draft.as(as, () => draft.set(`experience.${section}`, doc))
  }

  /** Takes in what was changed elsewhere (undo, a restored state); the echo of one's own edits is known already. */
  function takeIn() {
    if (editor.isDestroyed) return
    const json = JSON.stringify(storedSection(section))
    if (json === known) return
    if (editor.view.composing) return void (waiting = true)
    const next = fromClosed(storedSection(section), editor.schema)
    known = json
    const found = difference(base, next)
    if (!found) return
    const transaction = editor.state.tr.setMeta(OUTSIDE, true).setMeta('addToHistory', false)
    try {
      exchange(transaction, since.map(found.from, -1), since.map(found.to, 1), next, found)
      transaction.doc.check()
    } catch {
      return show(next)
    }
    if (!since.maps.length && !transaction.doc.eq(next)) return show(next)
    editor.view.dispatch(transaction)
    change = Math.min(transaction.mapping.map(since.map(found.to, 1)), editor.state.doc.content.size)
    const typedMeanwhile = since.maps.length > 0
    since = new Mapping()
    base = typedMeanwhile ? next : editor.state.doc
    if (typedMeanwhile) timer ??= setTimeout(rest, REST)
  }

  function show(next: PMNode) {
    const { state } = editor
    editor.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, next.content).setMeta(OUTSIDE, true))
    base = editor.state.doc
    since = new Mapping()
  }

  function onComposed() {
    // ProseMirror reads the composed text some moments after the event.
    if (waiting)
      setTimeout(() => {
        if (!editor.isDestroyed && waiting && !editor.view.composing) {
          waiting = false
          handOver()
          takeIn()
        }
      }, 60)
  }

  /** For saves that come from elsewhere: half-composed letters are no text yet. */
  function handOverText() {
    if (!editor.isDestroyed && !editor.view.composing) handOver()
  }

  const dom = editor.view.dom
  editor.on('transaction', onTransaction)
  // What was typed before a composition does not wait for its end.
  dom.addEventListener('compositionstart', handOver)
  dom.addEventListener('compositionend', onComposed)
  dom.addEventListener('blur', handOver)
  const stopWatching = watch(() => draft.overview.value, takeIn)
  const release = draft.hold(handOverText)
  return {
    handOver,
    takeChange() {
      const at = change
      change = null
      return at
    },
    stop() {
      handOver()
      clearTimeout(timer)
      stopWatching()
      release()
      dom.removeEventListener('compositionstart', handOver)
      dom.removeEventListener('compositionend', onComposed)
      dom.removeEventListener('blur', handOver)
      editor.off('transaction', onTransaction)
    },
  }
}
