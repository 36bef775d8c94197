import { expect, it } from 'vitest'
import { pictureBytes, rtfPictures } from './pictures'

const RTF = `{\\rtf1 text {\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\pngblip\\bliptag123{\\*\\blipuid 0a1b2c3d0a1b2c3d}
89504e470d0a1a0a
0000000d49484452}}{\\nonshppict{\\pict\\wmetafile8 0102030405060708090a0b0c}}more {\\pict\\jpegblip ffd8ffe000104a464946000101}}`

it('the pictures of an RTF text, without their metafiles', () => {
  const found = rtfPictures(RTF)
  expect(found.map(({ name, bytes }) => [name, bytes.length, bytes[0]])).toEqual([['图片1.png', 16, 0x89], ['图片2.jpg', 13, 0xff]])
})

it('local pictures are those of the RTF where their numbers agree', async () => {
  const picture = (source: string) => ({ source, name: '图片' })
  const beside = { rtf: RTF, files: [] }
  const all = await pictureBytes([picture('file:///a.png'), picture('data:image/png;base64,iVBORw=='), picture('file:///b.jpg'), picture('https://x/y.png')], beside)
  expect(all.map((one) => one?.bytes.length ?? null)).toEqual([16, 4, 13, null])
  expect(await pictureBytes([picture('file:///a.png')], beside)).toEqual([null])
})
