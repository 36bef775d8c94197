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

/** Whether `path` is `root` or lies under it. */
export function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`)
}
