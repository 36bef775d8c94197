// What may import what: a folder of the page only those before it, a part of the form no other part, nobody in a
// circle.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Folders from the ground up; what stands side by side knows nothing of each other. */
type Order = (string | string[])[]
const PARTS = [
  'basics',
  'qualification',
  'tables',
  'experience',
  'evidence',
  'signed',
  'preview',
  'submission',
  'history',
]
// prettier-ignore
const PAGE: Order = [
  'types', 'host', 'words', 'widgets', 'draft', 'fields', 'attach', 'charts', 'links', 'library', 'settings', 'help',
  'findings', 'verify', [...PARTS, 'home'], 'notice', 'workspace', 'theme', 'window', 'main.ts',
]
// prettier-ignore
const EXPERIENCE: Order = [
  'schema', 'editor', ['figures', 'charts', 'tables', 'links', 'references', 'outline', 'guidance', 'search'],
  'clipboard', 'toolbar', 'section', ['sessions', 'fixtures'], ['keys.ts', 'TitleField.vue'], 'ExperiencePart.vue',
]

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|vue|css)$/.test(file) && file !== 'layers.test.ts')
const importsOf = new Map(files.map((file) => [file, imports(file)]))

/** What a file names after `from`, `import` and `mock`: files of the page by their path, packages by their name. */
function imports(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  const found = text.matchAll(/(?:\bfrom|\bimport|\bmock|@import)[\s(]*['"]([^'"]+)['"]/g)
  return Array.from(found, ([, name]) => (name!.startsWith('.') ? resolved(dirname(file), name!) : name!))
}

function resolved(folder: string, name: string): string {
  const path = normalize(join(folder, name.replace(/\?.*/, ''))).replaceAll('\\', '/')
  return [path, `${path}.ts`, `${path}/index.ts`].find((one) => files.includes(one)) ?? path
}

/** Where a file lies in a folder; undefined outside of it. */
const placeIn = (root: string, file: string) =>
  file.startsWith(root) ? file.slice(root.length).split('/')[0]! : undefined

/** The arrows that go not from above to below; a test may use what lies above it. */
function against(root: string, order: Order): string[] {
  const floors = new Map(order.flatMap((one, floor) => [one].flat().map((name) => [name, floor] as const)))
  const isUp = (from: string, to: string) => from !== to && !(floors.get(to)! < floors.get(from)!)
  return files.flatMap((file) => {
    const from = placeIn(root, file)
    if (from === undefined || (root && file.endsWith('.test.ts'))) return []
    const up = importsOf.get(file)!.filter((to) => files.includes(to) && isUp(from, placeIn(root, to) ?? from))
    return up.map((to) => `${file} → ${to}`)
  })
}

it('every file is found', () => {
  expect(importsOf.size).toBeGreaterThan(200)
  expect(importsOf.get('host/index.ts')).toContain('types/core.ts')
  expect(importsOf.get('window/App.vue')).toContain('workspace/WorkspaceScreen.vue')
})

it('a folder imports only from below, and a part from no other part', () => {
  expect(against('', PAGE)).toEqual([])
})

it('so do the folders of the 典型经验', () => {
  expect(against('experience/', EXPERIENCE)).toEqual([])
})

it('no files import each other in a circle', () => {
  expect(files.filter((file) => reaches(file, file))).toEqual([])
})

/** Whether the imports of a file lead to another. */
function reaches(from: string, to: string, seen = new Set<string>()): boolean {
  return (importsOf.get(from) ?? []).some((next) => {
    if (next === to) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(next, to, seen)
  })
}

it('only the host folder calls the host', () => {
  const callers = files.filter((file) => importsOf.get(file)!.some((name) => name.startsWith('@tauri-apps')))
  expect([...new Set(callers.map((file) => placeIn('', file)))]).toEqual(['host'])
})
