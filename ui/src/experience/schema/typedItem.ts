// The number that a line begins with as items of lists are numbered (the core's form/rich_text/typed_items.rs).

const MARKED = /^\s*[（(]?(\d{1,2})(?:[)）]|[、.．](?!\d))\s*/

export interface TypedItem {
  number: number
  /** How many characters it takes, with the blanks behind it. */ length: number
}

/** `2)`, `（3）`, `4、` or `5. ` with words behind it. */
export function typedItem(text: string): TypedItem | null {
  const match = MARKED.exec(text)
  return match && match[0].length < text.length ? { number: Number(match[1]), length: match[0].length } : null
}
