// What the menu of an indicator's row holds besides moving and removing: which way it is better.
import { draft } from '../draft/store'
import type { Better, Indicator } from '../types/core'
import type { MenuItem } from '../widgets/menu'

const ways: { better: Better | null; label: string }[] = [
  { better: 'higher', label: '数值越高越好' },
  { better: 'lower', label: '数值越低越好' },
  { better: null, label: '不分高低' },
]

export function indicatorItems(indicator: Indicator | undefined, row: number): MenuItem[] {
  if (!indicator) return []
  return ways.map(({ better, label }, index) => ({
    label,
    checked: indicator.better === better,
    apart: index === 0,
    run: () => draft.set(`benefits[${row}].better`, better),
  }))
}
