// Telling figures from words.
import { isUnit, plain } from './names'

/** A number as people write it (`≥99.5%`, `约12万元`, `第3名`), or a mark that there is none. */
export function isFigure(text: string): boolean {
  const [, behind] =
    /^(?:[≥≤><≈~¥$#(+-]|约|超|近|第|no\.|rmb)*[\d,]*\.?\d+(?:e[+-]?\d+)?\)?(.*)$/.exec(plain(text)) ?? []
  return behind === undefined ? isNotApplicable(text) : /^(?:以上|以下|左右|余|名|位)?$/.test(behind) || isUnit(behind)
}

/** The marks for a value that does not apply (`/`, `—（2024年投产）`), and a sheet's own errors. */
export const isNotApplicable = (text: string) => /^(?:[/／—－-]+(?:[（(].*[)）])?|无|#[A-Z/0]+[!?]?)$/.test(text.trim())
