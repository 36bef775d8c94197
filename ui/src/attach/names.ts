// Files by their paths and names.

export const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path

/**
 * The file that a refusal names: `D:\扫描件\11.jpg：…` is of 11.jpg and not of 1.jpg; undefined where it names none of
 * them.
 */
export function refusedFile(message: string, paths: string[]): string | undefined {
  const naming = (named: (path: string) => string) => paths.filter((path) => message.startsWith(`${named(path)}：`))
  // A path may go on with a colon where another ends.
  const longest = (found: string[]) => found.sort((one, other) => other.length - one.length)[0]
  return longest(naming((path) => path)) ?? longest(naming(fileName))
}
