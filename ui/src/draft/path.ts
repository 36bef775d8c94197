// Places in the content: `benefits[2].values.2024`.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/** The steps of a path: keys, and indexes as numbers. */
export function steps(path: string): (string | number)[] {
  const found = path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)
  return Array.from(found, ([, index, key]) => (index === undefined ? key! : Number(index)))
}

/** What stands at a place; undefined where it is not there. */
export function valueAt(root: unknown, path: string): unknown {
  return steps(path).reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    root,
  )
}

/** Puts a value at a place, making the objects on the way. */
export function putAt(root: object, path: string, value: unknown): void {
  const all = steps(path)
  const last = all.pop()
  if (last === undefined) return
  let place = root as Record<string | number, unknown>
  for (const step of all) {
    if (place[step] === null || place[step] === undefined) place[step] = {}
    place = place[step] as Record<string | number, unknown>
  }
  place[last] = value
}

/** The index and the rest of a path into a list: `benefits[2].values.2024` in `benefits` is 2 and `values.2024`. */
export function split(path: string, list: string): { index: number; rest: string } {
  const end = path.indexOf(']', list.length)
  return { index: Number(path.slice(list.length + 1, end)), rest: path.slice(end + 2) }
}

/** The row that a path goes into: `benefits[3]` of `benefits[3].better`; the path where it goes into none. */
export function rowOf(path: string): string {
  const end = path.indexOf(']')
  return end < 0 ? path : path.slice(0, end + 1)
}

/** Whether `path` is `root` or lies under it. */
export function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`)
}
