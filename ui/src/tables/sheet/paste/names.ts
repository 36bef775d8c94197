// Names of rows as people write them: with numbers before, units behind, blanks within.

/** What two ways of writing the same name have in common. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*★]/g, '')
    .replace(/[:;,。]+$/, '')
    .toLowerCase()

const NUMBER = /^\s*(?:[（(]?\d{1,2}[)）、．]|\d{1,2}\.(?!\d)|[（(]?[一二三四五六七八九十]{1,3}[)）、．.]|[①-⑳])\s*/
export const withoutNumber = (text: string): string => text.replace(NUMBER, '')

/** Whether all of several names are numbered: then the numbers are no part of them. */
export const areNumbered = (names: string[]): boolean => names.length > 1 && names.every((name) => NUMBER.test(name))

const ONE_UNIT =
  '(?:[千百十]?[万亿]?(?:元|美元|吨标准煤|吨标煤|吨|千克|公斤|克|立方米|平方米|千瓦时|度|米|人|人次|次|件|台|套|个|项|只|辆|天|日|小时|分钟|分|秒|家|篇|名|位|倍|年|月|单位)|[百千]?[万亿]|%|‰|[dp]?ppm|dpmo|[kmμ]?[gmw]|t|tce|kwh|h|min|s|㎡|m[²³23]|cm|nm|sigma|σ)'
const UNIT = new RegExp(`^${ONE_UNIT}(?:[/·*每]${ONE_UNIT}){0,2}$`, 'i')

export const isUnit = (text: string): boolean => UNIT.test(plain(text).replace(/^单位:?/, ''))

/** A name, and the unit that was written behind it. */
export interface WrittenName {
  name: string
  unit: string
}

/** A name with its unit in brackets or behind a stroke: `资产总额（万元）`, `资产总额/万元`. */
export function splitUnit(text: string): WrittenName {
  const [, name, unit] =
    /^(.+?)\s*[（(【[]\s*(?:单位[：:]?\s*)?([^（()）【】[\]]+?)\s*[)）】\]]\s*$/.exec(text) ??
    /^([^/]+?)\s*\/\s*(.+)$/.exec(text) ??
    /^(.+?)[,，\s]\s*([^,，\s]+)$/.exec(text) ??
    []
  return name && unit && isUnit(unit) ? { name, unit } : { name: text, unit: '' }
}

/** The ways a name may be meant, the most literal first. */
export function readings(text: string): WrittenName[] {
  const bare = withoutNumber(text)
  return [{ name: text, unit: '' }, { name: bare, unit: '' }, splitUnit(text), splitUnit(bare)]
}
