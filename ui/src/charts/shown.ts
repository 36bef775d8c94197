// What a chart shows, ready to be drawn.

export interface PlotLine {
  name: string
  values: (number | null)[]
  /** Decimals that are shown. */ places: number
  /** Measured by the right axis; a line beside columns too. */ right?: boolean
  /** Nothing joins its points. */ loose?: boolean
}
export interface PlotAxis {
  title: string
  min?: number
  max?: number
  step?: number
  /** The first and the last value whose labels are shown, if not all. */ labelled?: [number, number]
}
export interface Plot {
  categories: string[]
  left: PlotAxis
  right?: PlotAxis
  lines: PlotLine[]
}
