// Word files dropped on the home screen are read; nothing is taken over before the report was seen.
import { expect, test, vi } from 'vitest'
import { documents, isDocument } from './documents'

vi.mock('../host', () => ({ chooseDocuments: vi.fn() }))

test('Word files and packages are told from drafts and pictures, whatever the case of their names', () => {
  const taken = ['申报书.docx', 'A.DOCX', '旧.doc', '稿.wps', '材料.zip', '草稿.biaogan', '图.jpg', 'docx'].filter(
    isDocument,
  )
  expect(taken).toEqual(['申报书.docx', 'A.DOCX', '旧.doc', '稿.wps', '材料.zip'])
})

test('a dropped Word file is the one that is read, several are asked for as a package', async () => {
  const { takeDropped } = await import('./actions')
  await takeDropped(['甲.docx'])
  expect(documents.value).toBe('甲.docx')
  documents.value = null
  await takeDropped(['甲.docx', '乙.docx'])
  expect(documents.value).toBeNull()
})
