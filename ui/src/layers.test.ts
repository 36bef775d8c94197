// What may import what: a folder of the page only those before it, a part of the form no other part, nobody in a circle.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** The folders from the ground up. */
const BELOW = [
  'types',
  'host',
  'words',
  'widgets',
  'draft',
  'fields',
  'attach',
  'charts',
  'links',
  'library',
  'settings',
  'help',
]
/** Side by side: the parts of the form, and the screens about all of it. */
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
  'home',
]
const ABOVE = ['workspace', 'theme', 'window', 'main.ts']
const floor = new Map([...BELOW, PARTS, ...ABOVE].flatMap((one, index) => [one].flat().map((name) => [name, index])))

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

const folderOf = (file: string) => file.split('/')[0]!
const isOurs = (name: string) => floor.has(folderOf(name))

it('every folder has its floor, and every file is found', () => {
  expect([...new Set(files.map(folderOf))].filter((folder) => !floor.has(folder))).toEqual([])
  expect(importsOf.size).toBeGreaterThan(200)
  expect(importsOf.get('host/index.ts')).toContain('types/core.ts')
  expect(importsOf.get('window/App.vue')).toContain('workspace/WorkspaceScreen.vue')
})

it('a folder imports only from below, and a part from no other part', () => {
  const against = files.flatMap((file) =>
    importsOf
      .get(file)!
      .filter(
        (to) =>
          isOurs(to) && folderOf(to) !== folderOf(file) && !(floor.get(folderOf(to))! < floor.get(folderOf(file))!),
      )
      .map((to) => `${file} → ${to}`),
  )
  expect(against).toEqual([])
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
  expect([...new Set(callers.map(folderOf))]).toEqual(['host'])
})
