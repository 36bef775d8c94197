// 去年内容待更新: what last year's draft left, by part and row, as it is listed.
import { rowOf } from '../draft/path'
import { isOpen } from '../fields/origins'
import type { Part, PartKey } from '../types/core'
import type { Origin } from '../types/shell'

/** What stands in one row of a table, in one block of the text, in one field. */
export interface Row {
  key: string
  path: string
  /** `第3行 利润总额`, `第6段`, `员工总数`. */
  place: string
  /** Which cells of the row, such as `2023年、2024年`. */
  cells: string
  /** What stands there, each once; of a text what is to be renewed first. */
  words: string[]
  /** Why it is to be renewed; empty where it is only to be confirmed. */
  reason: string
  origins: Origin[]
}

export interface PartRows {
  part: PartKey
  title: string
  count: number
  rows: Row[]
  origins: Origin[]
}

/** In the order of the form; `only` leaves out what is only to be confirmed. */
export function lastYearRows(origins: Origin[], parts: Part[], only: 'all' | 'renew'): PartRows[] {
  const wanted = origins.filter((origin) => isOpen(origin) && (only === 'all' || origin.reason))
  return parts.flatMap(({ key, title }) => {
    const own = wanted.filter(({ part }) => part === key)
    const rows = Array.from(grouped(own), ([path, together]) => row(path, together))
    return own.length ? [{ part: key, title, count: own.length, rows: inOrder(rows), origins: own }] : []
  })
}

function grouped(origins: Origin[]): Map<string, Origin[]> {
  const groups = new Map<string, Origin[]>()
  for (const origin of origins) {
    const key = rowOf(origin.path)
    groups.set(key, [...(groups.get(key) ?? []), origin])
  }
  return groups
}

function row(key: string, origins: Origin[]): Row {
  const sorted = [...origins].sort((one, other) => Number(!one.reason) - Number(!other.reason))
  const places = origins.map(({ place }) => place.split(' '))
  const first = places[0]!
  const differs = first.findIndex((word, at) => places.some((other) => other[at] !== word))
  const common = differs < 0 ? first.length : differs
  const cells = new Set(places.map((words) => words.slice(common).join(' ')).filter(Boolean))
  return {
    key,
    path: sorted[0]!.path,
    place: first.slice(0, common).join(' '),
    cells: [...cells].join('、'),
    words: [...new Set(sorted.map(({ value }) => value))],
    reason: why(sorted.flatMap(({ reason }) => reason || [])),
    origins,
  }
}

/** The first reason; the others are told where one goes. */
function why(reasons: string[]): string {
  const [first = '', ...others] = reasons
  return others.length ? `${first}（另有 ${others.length} 处）` : first
}

/** Blocks of a text follow one another, though those with several marks were reported together. */
function inOrder(rows: Row[]): Row[] {
  const index = ({ key }: Row) => Number(/\[(\d+)\]$/.exec(key)?.[1] ?? 0)
  return rows.every(({ key }) => key.startsWith('experience.'))
    ? rows.sort((one, other) => index(one) - index(other))
    : rows
}
