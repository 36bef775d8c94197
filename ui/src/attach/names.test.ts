import { expect, it } from 'vitest'
import { fileName, refusedFile } from './names'

const paths = Array.from({ length: 11 }, (_, index) => `D:\\扫描件\\${index + 1}.jpg`)

it('knows the file whose name ends like another’s', () => {
  expect(refusedFile('D:\\扫描件\\11.jpg：图片已损坏，请换一个文件', paths)).toBe(paths[10])
  expect(refusedFile('D:\\扫描件\\1.jpg：图片已损坏，与11.jpg相同', paths)).toBe(paths[0])
  expect(refusedFile('11.jpg：图片已损坏', paths)).toBe(paths[10])
})

it('tells files of one name in two folders apart', () => {
  const alike = ['/甲/证书.pdf', '/乙/证书.pdf']
  expect(refusedFile('/乙/证书.pdf：加了密码', alike)).toBe('/乙/证书.pdf')
})

it('takes the longer of two paths that the message begins with', () => {
  expect(refusedFile('/甲：乙：读不出来', ['/甲', '/甲：乙'])).toBe('/甲：乙')
})

it('finds none where the message names another file', () => {
  expect(refusedFile('D:\\申报.biaogan：没有写入权限', paths)).toBeUndefined()
  expect(refusedFile('磁盘已满', paths)).toBeUndefined()
})

it('gives names without folders of either system', () =>
  expect(['D:\\甲\\1.jpg', '/甲/1.jpg', '1.jpg'].map(fileName)).toEqual(['1.jpg', '1.jpg', '1.jpg']))
