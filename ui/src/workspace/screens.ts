// The screens of the workspace: what shows each part, and how the list on the left groups them.
import { defineAsyncComponent, type Component } from 'vue'
import type { Screen } from '../draft/jump'

interface Shown {
  component: Component
  props?: Record<string, unknown>
}

const experience = defineAsyncComponent(() => import('../experience/ExperiencePart.vue'))
const rows = defineAsyncComponent(() => import('../tables/RowsTable.vue'))

export const screens: Record<Screen, Shown> = {
  basics: { component: defineAsyncComponent(() => import('../basics/BasicsPart.vue')) },
  qualification: { component: defineAsyncComponent(() => import('../qualification/QualificationPart.vue')) },
  market: { component: defineAsyncComponent(() => import('../tables/MarketTable.vue')) },
  benefits: { component: defineAsyncComponent(() => import('../tables/BenefitsTable.vue')) },
  social: { component: rows, props: { table: 'social' } },
  brand: { component: rows, props: { table: 'brand' } },
  competitors: { component: defineAsyncComponent(() => import('../tables/CompetitorsTable.vue')) },
  overview: { component: experience, props: { section: 'overview' } },
  background: { component: experience, props: { section: 'background' } },
  process: { component: experience, props: { section: 'process' } },
  results: { component: experience, props: { section: 'results' } },
  evidence: { component: defineAsyncComponent(() => import('../evidence/EvidencePart.vue')) },
  signed: { component: defineAsyncComponent(() => import('../signed/SignedPart.vue')) },
  preview: { component: defineAsyncComponent(() => import('../preview/PreviewScreen.vue')) },
  submission: { component: defineAsyncComponent(() => import('../submission/SubmissionPart.vue')) },
  history: { component: defineAsyncComponent(() => import('../history/HistoryScreen.vue')) },
}

/** Those whose page ends in the way to the next. */
const LEADING: Screen[] = [
  'basics',
  'qualification',
  'market',
  'benefits',
  'social',
  'brand',
  'competitors',
  'evidence',
  'signed',
]

/** What comes behind a part on the list on the left. */
export function partBehind(screen: Screen): Screen | null {
  const all = groups.flatMap(({ screens }) => screens)
  return LEADING.includes(screen) ? (all[all.indexOf(screen) + 1] ?? null) : null
}

/** The list on the left, in the order of the form. */
export const groups: { title: string; screens: Screen[] }[] = [
  { title: '申报书', screens: ['basics', 'qualification'] },
  { title: '三年数据', screens: ['market', 'benefits', 'social', 'brand', 'competitors'] },
  { title: '典型经验', screens: ['overview', 'background', 'process', 'results'] },
  { title: '材料', screens: ['evidence', 'signed'] },
  { title: '报送', screens: ['preview', 'submission'] },
]
