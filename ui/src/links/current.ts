// The figures of the tables as they are now.
import { toRaw } from 'vue'
import { draft } from '../draft/store'
import { figureText } from './follow'

export const currentFigure = (source: string, year: string) => figureText(toRaw(draft.content.value), source, year)

export function figureName(source: string, year: string): string {
  const label = draft.overview.value.series.find((one) => one.source === source)?.label ?? source
  return `${label} ${year}年`
}
