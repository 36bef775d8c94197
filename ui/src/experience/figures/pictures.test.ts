import { expect, it } from 'vitest'
import { rtfPictures, sourcesOf, type Source } from './pictures'

const RTF = `{\\rtf1 text {\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\pngblip\\bliptag123{\\*\\blipuid 0a1b2c3d0a1b2c3d}
89504e470d0a1a0a
0000000d49484452}}{\\nonshppict{\\pict\\wmetafile8 0102030405060708090a0b0c}}more {\\pict\\jpegblip ffd8ffe000104a464946000101}}`

const read = (sources: (Source | null)[]) => Promise.all(sources.map(async (source) => (source ? source() : null)))
const picture = (source: string) => ({ source, name: '图片' })
const locals = (count: number) =>
  Array.from({ length: count }, (_, index) => picture(`file:///clip_image00${index}.png`))

it('the pictures of an RTF text, without their metafiles', async () => {
  const found = await read(rtfPictures(RTF))
  expect(found.map((one) => [one!.name, one!.bytes.length, one!.bytes[0]])).toEqual([
    ['图片1.png', 16, 0x89],
    ['图片2.jpg', 13, 0xff],
  ])
})

it('local pictures are those of the RTF where their numbers agree', async () => {
  const beside = { rtf: RTF, files: [] }
  const all = await read(
    sourcesOf(
      [
        picture('file:///a.png'),
        picture('data:image/png;base64,iVBORw=='),
        picture('file:///b.jpg'),
        picture('https://x/y.png'),
      ],
      beside,
    ),
  )
  expect(all.map((one) => one?.bytes.length ?? null)).toEqual([16, 4, 13, null])
  expect(sourcesOf([picture('file:///a.png')], beside)).toEqual([null])
})

/** As Word writes a picture: for itself, and as a metafile for old programs. */
const word = (blip: string, digits: string) =>
  `${forNew(blip, digits)}{\\nonshppict\n{\\pict\\picscalex10\\wmetafile8\\bliptag-2057 0100090000}}`
const forNew = (blip: string, digits: string) =>
  `{\\*\\shppict {\\pict{\\*\\picprop\\defshp{\\sp{\\sn fLockAspectRatio}{\\sv \\{1\\}}}}\\picw1058\\pich529\\picwgoal600\\pichgoal300${blip}\\bliptag-2057\n{\\*\\blipuid f77f3c3d0a1b2c3d}${digits}}}`
const png = (last: string) => word('\\pngblip', `89504e470d0a1a0a00${last}`)
const EMF = word('\\emfblip', '0100000058020000')
const last = async (rtf: string, count: number) =>
  (await read(sourcesOf(locals(count), { rtf, files: [] }))).map((one) => one?.bytes.at(-1) ?? null)

it('a vector drawing among pictures is the only one that is missing', async () => {
  expect(await last(`{\\rtf1 ${png('01')}甲${png('02')}{\\pard ${EMF}}${png('03')}}`, 4)).toEqual([1, 2, null, 3])
  const visio = `{\\object\\objemb{\\*\\objclass Visio.Drawing.15}{\\*\\objdata 0105}{\\result {\\pict\\wmetafile8\\picw10 010009}}}`
  expect(await last(`{\\rtf1 ${visio}${png('02')}}`, 2)).toEqual([null, 2])
})

it('a picture in a cell has its own in the RTF, or none', async () => {
  const [before, inside, after] = locals(3)
  const all = [before!, { ...inside!, inCell: true }, after!]
  const found = async (rtf: string) =>
    (await read(sourcesOf(all, { rtf, files: [] }))).map((one) => one?.bytes.at(-1) ?? null)
  expect(await found(`{\\rtf1 ${png('01')}{\\trowd ${png('02')}\\cell}${png('03')}}`)).toEqual([1, 2, 3])
  expect(await found(`{\\rtf1 ${png('01')}${png('03')}}`)).toEqual([1, null, 3])
  expect(await found(`{\\rtf1 ${png('01')}}`)).toEqual([null, null, null])
})

it('bullets of lists and the old form of a floating picture are no pictures of the text', async () => {
  const bullets = `{\\*\\listtable{\\*\\listpicture${png('aa')}{\\pict\\pngblip 89504e47bb}}{\\list\\listid1}}`
  const floating = `{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv ${forNew('\\pngblip', '89504e470d0a1a0a01')}}}}{\\shprslt{\\*\\do}{\\pict\\wmetafile8 0100}}}`
  expect(await last(`{\\rtf1 ${bullets}${floating}${png('02')}}`, 2)).toEqual([1, 2])
})

it('the size before the digits is no part of them', async () => {
  expect(await last('{\\rtf1 {\\pict\\pngblip\\picw1058\\pich52\n89504e47\n0d0a1a07}}', 1)).toEqual([7])
  expect((await read(rtfPictures('{\\pict\\pngblip\\pich52\n8950}')))[0]!.bytes).toEqual(new Uint8Array([0x89, 0x50]))
})

it('what the browser cannot read is said in Chinese', async () => {
  const [source] = sourcesOf([picture('data:image/png;base64,%%%')], { rtf: '', files: [] })
  await expect(source!()).rejects.toThrow('剪贴板中的图片读不出来')
})

it('many photos are found at once', () => {
  const photo = word('\\jpegblip', 'ffd8ffe0'.repeat(250_000))
  const begun = performance.now()
  expect(sourcesOf(locals(10), { rtf: `{\\rtf1 ${photo.repeat(10)}}`, files: [] }).every((one) => one)).toBe(true)
  expect(performance.now() - begun).toBeLessThan(3000)
})
