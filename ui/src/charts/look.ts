// How the lines of a chart look: told apart in grey print too (ooxml/chart/look.rs).

/** Of columns: dark, light and between, then the same hatched. */
const COLOURS = ['#1F4E79', '#F2C063', '#5E9E6B', '#8C3B3B', '#DCCBEA', '#8295A6']
/** Of lines, which are thin: none is light. */
const LINES = ['#1F4E79', '#D9972F', '#4E8F5C', '#8C3B3B', '#8E6FB0', '#6B7F92']
const stripes = (color: string, rotation: number) => ({
  symbol: 'rect',
  symbolSize: 1,
  color,
  dashArrayX: [1, 0],
  dashArrayY: [1.5, 4],
  rotation,
})
const HATCHES = [
  undefined,
  undefined,
  undefined,
  stripes('#FFFFFF', -Math.PI / 4),
  stripes('#6A4C93', Math.PI / 4),
  stripes('#FFFFFF', 0),
]
const CROSS = 'path://M0,0L8,8M8,0L0,8'
const STAR = 'path://M4,0L4,8M0,2L8,6M8,2L0,6'
const MARKS = ['circle', 'rect', 'triangle', 'diamond', CROSS, STAR]

export function columnLook(index: number) {
  const decal = HATCHES[index % HATCHES.length]
  return { itemStyle: { color: COLOURS[index % COLOURS.length], ...(decal && { decal: { ...decal } }) } }
}

/** `loose`: nothing joins the points. */
export function lineLook(index: number, loose: boolean) {
  const [at, color] = [index % MARKS.length, LINES[index % LINES.length]]
  const hollow = Math.floor(index / MARKS.length) % 2 === 1
  // The last two marks are drawn by their lines.
  const edged = hollow || at > 3
  return {
    symbol: MARKS[at],
    symbolSize: 8,
    lineStyle: { width: loose ? 0 : 2.2, color, type: at < MARKS.length / 2 ? 'solid' : 'dashed' },
    itemStyle: { color: hollow ? '#fff' : color, borderColor: edged ? color : '#fff', borderWidth: edged ? 2 : 1 },
  }
}
