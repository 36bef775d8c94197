// Sessions and named points as one list, the newest first.
import type { HistoryView } from '../types/shell'
import { clock, dayWords, momentWords, spanWords } from '../words/time'

export interface Moment {
  key: string
  revision: number
  at: string
  kind: 'session' | 'point'
  title: string
  time: string
  about: string
}

export function moments(history: HistoryView): Moment[] {
  const sessions = history.sessions.map((session): Moment => ({
    key: `session ${session.revision}`,
    revision: session.revision,
    at: session.ended_at,
    kind: 'session',
    title: momentWords(session.ended_at),
    time: spanWords(session.began_at, session.ended_at),
    about: [`${session.changes}处修改`, session.parts.join('、')].filter(Boolean).join('：'),
  }))
  const points = history.points.map((point): Moment => ({
    key: `point ${point.id}`,
    revision: point.revision,
    at: point.at,
    kind: 'point',
    title: point.name,
    time: clock(new Date(point.at)),
    about: '',
  }))
  return [...points, ...sessions].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
}

/** Moments under the days they lie on. */
export function byDay(all: Moment[], now = new Date()): { day: string; moments: Moment[] }[] {
  const days: { day: string; moments: Moment[] }[] = []
  for (const moment of all) {
    const day = dayWords(moment.at, now)
    if (days.at(-1)?.day !== day) days.push({ day, moments: [] })
    days.at(-1)!.moments.push(moment)
  }
  return days
}
