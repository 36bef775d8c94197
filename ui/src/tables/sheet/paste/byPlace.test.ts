// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { MarketLabels } from '../../../types/core'
import { marketCells } from '../../market'
import { readBlock, readText } from '../clipboard'
import { arrange, cell, type Area, type Layout } from '../layout'
import { layDown } from './byPlace'
import { fitted } from './plan'

const rows = (count: number, lines = false): Layout =>
  arrange(
    Array.from({ length: count }, (_, row) =>
      ['a', 'b', 'c'].map((key, column) =>
        cell({ paths: [`t[${row}].${key}`], label: key, row, column, numeric: column > 0, lines }),
      ),
    ).flat(),
  )
const at = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right })
const put = (plan: ReturnType<typeof layDown>) => Object.fromEntries(plan.puts.map(({ path, text }) => [path, text]))
const never = () => null

describe('what goes where', () => {
  it('lays a block that fits down without asking', () => {
    const plan = layDown(readText('1\t2\n3\t4'), rows(3), at(1, 1), never)
    expect(plan).toMatchObject({ fits: true, addedRows: 0, lost: [] })
    expect(put(plan)).toEqual({ 't[1].b': '1', 't[1].c': '2', 't[2].b': '3', 't[2].c': '4' })
  })
  it('adds the rows that are missing, and asks first', () => {
    const plan = layDown(readText('1\n2\n3'), rows(2), at(1, 0), (more) => rows(2 + more))
    expect(plan).toMatchObject({ fits: false, addedRows: 2, lost: [] })
    expect(put(plan)).toEqual({ 't[1].a': '1', 't[2].a': '2', 't[3].a': '3' })
  })
  it('adds no row for nothing', () => {
    expect(layDown(readText('1\n2\n\t\n'), rows(2), at(0, 0), (more) => rows(2 + more))).toMatchObject({
      fits: true,
      addedRows: 0,
    })
  })
  it('names what finds no place', () => {
    const plan = layDown(readText('1\t2\n3\t4\n5\t6'), rows(2), at(0, 2), never)
    expect(plan.fits).toBe(false)
    expect(plan.lost.map(({ text }) => text)).toEqual(['2', '4', '5', '6'])
    expect(put(plan)).toEqual({ 't[0].c': '1', 't[1].c': '3' })
  })
  it('fills a selection with a single text', () => {
    expect(put(layDown(readText('/\n'), rows(2), at(0, 1, 1, 2), never))).toEqual({
      't[0].b': '/',
      't[0].c': '/',
      't[1].b': '/',
      't[1].c': '/',
    })
  })
  it('asks where another shape is selected', () => {
    expect(layDown(readText('1\t2'), rows(3), at(0, 0, 2, 2), never).fits).toBe(false)
    expect(layDown(readText('1\t2'), rows(3), at(0, 0, 0, 1), never).fits).toBe(true)
  })
  it('spreads a text merged over rows to each of them', () => {
    const block = readBlock('<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>', '')
    expect(put(layDown(block, rows(2), at(0, 0), never))).toEqual({
      't[0].a': '甲',
      't[0].b': '1',
      't[1].a': '甲',
      't[1].b': '2',
    })
  })
  it('never pushes values along where a text is merged over columns', () => {
    const block = readBlock('<table><tr><td colspan=2>甲</td><td>1</td></tr></table>', '')
    const plan = layDown(block, rows(1), at(0, 0), never)
    expect(put(plan)).toEqual({ 't[0].a': '甲', 't[0].c': '1' })
    expect(plan.fits).toBe(false)
  })
})

describe('the market table, whose cells are merged by two', () => {
  const labels = {
    max_products: 2,
    products: '',
    domestic: '',
    international: '',
    share: '',
    satisfaction: '',
    loyalty: '',
  } as MarketLabels
  const layout = arrange(marketCells([], labels, ['2023', '2024', '2025']))
  it('takes one column a product', () => {
    const plan = layDown(readText('91\t90\n92\t91\n93\t92'), layout, at(4, 0), never)
    expect(plan.fits).toBe(true)
    expect(put(plan)).toMatchObject({
      'market.products[0].satisfaction.2023': '91',
      'market.products[1].satisfaction.2025': '92',
    })
  })
  it('takes back its own merged cells', () => {
    const block = readBlock(
      '<table><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr><tr><td colspan=2>91</td><td colspan=2>90</td></tr></table>',
      '',
    )
    const plan = layDown(block, layout, at(3, 0), never)
    expect(plan.fits).toBe(true)
    expect(put(plan)).toEqual({
      'market.products[0].share.2025.domestic': '1',
      'market.products[0].share.2025.international': '2',
      'market.products[1].share.2025.domestic': '3',
      'market.products[1].share.2025.international': '4',
      'market.products[0].satisfaction.2023': '91',
      'market.products[1].satisfaction.2023': '90',
    })
  })
  it('puts nothing onto controls', () => {
    expect(layDown(readText('1\t2\t3'), layout, at(4, 0), never).lost.map(({ text }) => text)).toEqual(['3'])
  })
})

it('fits a text to its cell', () => {
  const [name, number] = [rows(1)[0]![0]!, rows(1)[0]![1]!]
  expect(fitted(name, ' 全员\n劳动生产率 ')).toBe('全员 劳动生产率')
  expect(fitted(number, '1,234,567.89')).toBe('1234567.89')
  expect(fitted(number, '约12,3')).toBe('约12,3')
  expect(fitted(rows(1, true)[0]![0]!, '一\n二')).toBe('一\n二')
})
