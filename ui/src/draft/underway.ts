// The figures whose pictures are on their way into the draft.

const underway = new Set<string>()

export const isArriving = (figure: string) => underway.has(figure)
/** Their ids are given until their pictures are there, even where they were taken away meanwhile. */
export const idsArriving = (): ReadonlySet<string> => underway
export const begin = (figure: string) => void underway.add(figure)
export const end = (figure: string) => void underway.delete(figure)
