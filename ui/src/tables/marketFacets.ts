// What a label of a market table says: a year, a measure, 国内 or 国际, a product.
import { isFigure } from './sheet/paste/figures'
import { plain, withoutNumber } from './sheet/paste/names'
import { yearOf } from './sheet/paste/heads'

export interface Facets {
  year?: string
  measure?: 'share' | 'satisfaction' | 'loyalty'
  place?: 'domestic' | 'international'
  product?: string
}

const MEASURES = {
  share: /市场?占有率|占有率|市场?份额|市占率/g,
  satisfaction: /(?:顾客|客户|用户)?满意(?:程?度|率)/g,
  loyalty: /(?:顾客|客户|用户)?忠诚程?度?/g,
} as const
const PLACES = { domestic: /国内(?:市场)?|境内/g, international: /(?:国际|国外|海外|境外)(?:市场)?/g } as const
/** Words that say nothing of which figure is meant. */
const FILLER =
  /主导产品|产品(?:名称|\/服务)?|服务|顾客|客户|用户|市场|年度|年|程度|指标|项目|名称|类别|测评|调查|结果|得分|单位|数据|序号|\(?%\)?|\(?分\)?|[/()、:\-—]/g

const YEAR = /(?<!\d)20\d{2}(?!\d)|(?<!\d)\d{2}(?=年)/g
const isYear = (text: string) => /^20\d{2}年?度?$/.test(plain(text))

/** A text that stands for itself and is no figure. */
export const isLabel = (text: string): boolean =>
  text !== '' && (!isFigure(text) || isYear(text) || facetsOf(text, []).measure !== undefined)

/** Reads a label; `products` are the names that are known. */
export function facetsOf(text: string, products: string[]): Facets {
  const facets: Facets = {}
  let rest = plain(text)
  const known = products
    .filter((name) => plain(name) && rest.includes(plain(name)))
    .sort((one, other) => other.length - one.length)[0]
  if (known) rest = rest.replace(plain(known), '')
  const year = yearOf(rest)
  if (year) facets.year = year
  rest = rest.replace(YEAR, '')
  for (const [place, find] of Object.entries(PLACES)) {
    const without = rest.replace(find, '')
    if (without !== rest) facets.place = place as Facets['place']
    rest = without
  }
  for (const [measure, find] of Object.entries(MEASURES)) {
    const without = rest.replace(find, '')
    if (without !== rest) facets.measure = measure as Facets['measure']
    rest = without
  }
  // 轮毂轴承 is another product than 轴承.
  if (withoutNumber(rest).replace(FILLER, '')) facets.product = productIn(text, facets)
  else if (known) facets.product = known
  return facets
}

/** The name of a product that is not known: what is left when the other words go. */
function productIn(text: string, { measure, place }: Facets): string {
  const others = [...(measure ? [MEASURES[measure]] : []), ...(place ? [PLACES[place]] : [])]
  const name = others.reduce((rest, find) => rest.replace(find, ''), text.replace(YEAR, ''))
  return name.replace(/[（(]\s*[%％]?\s*[）)]/g, '').trim()
}
