// Pasted plain text: a line is a paragraph, typed numbers make headings, tabs make a table.
import { withoutControls } from '../../words/invisible'
import type { JsonNode } from '../schema/closed'
import { wholeTable } from './cells'
import type { Pasted } from './fromHtml'
import type { Raw } from './raw'
import { structure } from './structure'

export function fromText(text: string, sectionTitles: string[] = []): Omit<Pasted, 'pictures'> {
  const lines = withoutControls(text.replace(/\r\n?/g, '\n')).split('\n')
  const raw: Raw[] = []
  for (let at = 0; at < lines.length; at++) {
    const end = lines.findIndex((line, index) => index >= at && !line.includes('\t'))
    const rows = lines.slice(at, end < 0 ? undefined : end)
    if (rows.length > 1) {
      const paragraph = (cell: string): JsonNode[] =>
        cell.trim() ? [{ type: 'paragraph', content: [{ type: 'text', text: cell.trim() }] }] : []
      const table = wholeTable(
        rows.map((row) =>
          row.split('\t').map((cell) => ({ colspan: 1, rowspan: 1, header: false, content: paragraph(cell) })),
        ),
      )
      if (table) raw.push({ kind: 'table', table })
      at += rows.length - 1
      continue
    }
    const line = lines[at]!.replace(/[\s\u3000]+/g, ' ').trim()
    if (line) raw.push({ kind: 'line', inlines: [{ type: 'text', text: line }] })
  }
  const { blocks, sections, kept } = structure(raw, sectionTitles)
  return { blocks, kept, dropped: sections.map((title) => `章节标题“${title}”（由程序自动给出）`) }
}
