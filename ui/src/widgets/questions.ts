// Questions that have to be answered before anything else.
import { shallowReactive } from 'vue'

export type Answer = 'action' | 'otherwise' | 'instead' | 'closed'

export interface Question {
  id: number
  title: string
  message: string
  /** The word on the main button. */
  action: string
  /** The word on the other one, where there is one. */
  otherwise?: string
  /** The word on a third one between them: another way to the same end. */
  instead?: string
  /** Red: a key that was meant for the page does not press it. */
  forGood?: boolean
  /** The text that is asked for, as it stands at first. */
  text?: string
  answer: (how: Answer, text: string) => void
}

/** The questions that are open, the last on top. */
export const questions = shallowReactive<Question[]>([])
let made = 0

function put(question: Omit<Question, 'id' | 'answer'>): Promise<{ how: Answer; text: string }> {
  return new Promise((resolve) => {
    const id = ++made
    const answer = (how: Answer, text: string) => {
      const at = questions.findIndex((one) => one.id === id)
      if (at < 0) return
      questions.splice(at, 1)
      resolve({ how, text })
    }
    questions.push({ ...question, id, answer })
  })
}

/** Asks whether to do something; `action` is the word on the button, red where it is for good. */
export async function ask(
  title: string,
  message: string,
  action: string,
  { forGood = false, otherwise = '取消' } = {},
): Promise<boolean> {
  return (await put({ title, message, action, otherwise, forGood })).how === 'action'
}

/** Asks whether to do something for good, to do something else instead, or neither. */
export async function askInstead(
  title: string,
  message: string,
  action: string,
  instead: string,
  otherwise: string,
): Promise<'action' | 'instead' | null> {
  const { how } = await put({ title, message, action, instead, otherwise, forGood: true })
  return how === 'action' || how === 'instead' ? how : null
}

/** Asks for a line of text; null where it was called off. */
export async function askText(title: string, message: string, value: string, action: string): Promise<string | null> {
  const { how, text } = await put({ title, message, action, otherwise: '取消', text: value })
  return how === 'action' ? text.trim() : null
}

/** Asks which of two things to do; null where neither. The first is the proposed one. */
export async function choose(
  title: string,
  message: string,
  first: string,
  second: string,
): Promise<'first' | 'second' | null> {
  const { how } = await put({ title, message, action: first, otherwise: second })
  return how === 'closed' ? null : how === 'action' ? 'first' : 'second'
}

/** Says something that has to be read. */
export async function inform(title: string, message: string): Promise<void> {
  await put({ title, message, action: '知道了' })
}
