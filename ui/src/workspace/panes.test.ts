// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { toPane } from './panes'

test('F6 goes round the panes that are there, and back', async () => {
  document.body.innerHTML = `
    <header class="bar"><button disabled>撤销</button><button>查找</button></header>
    <nav class="parts"><button>甲</button><button aria-current="page">乙</button></nav>
    <main class="part" tabindex="-1"><input></main>`
  const check = (expected: string) =>
    vi.waitFor(() =>
      expect(document.activeElement?.textContent?.trim() || document.activeElement?.tagName).toBe(expected),
    )

  toPane(1)
  await check('查找')
  toPane(1)
  await check('乙')
  toPane(1)
  await check('MAIN')
  toPane(1)
  await check('查找')
  toPane(-1)
  await check('MAIN')
})
