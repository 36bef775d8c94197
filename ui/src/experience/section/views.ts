// How figures, charts, tables and cross references are drawn in the text.
import type { Node as PMNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { ChartChoice } from '../../charts/plot'
import { drawChart, type Drawn } from '../charts/draw'
import { caption } from '../editor/caption'
import type { Referable } from '../editor/numbers'
import type { View, Views } from '../schema/blocks'

/** What the drawings know of the draft. */
export interface Surroundings {
  pictureUrl: (attachment: string) => string
  /** Width and height in pixels, so that the text below does not move when the picture comes. */
  pictureSize: (attachment: string) => [number, number] | undefined
  /** Whether the picture of a figure is being attached. */
  isArriving: (figure: string) => boolean
  referred: (id: string) => Referable | undefined
  /** What a figure of the tables reads now; null where there is none. */
  figureText: (source: string, year: string) => string | null
  figureName: (source: string, year: string) => string
  /** Changes with what charts are drawn of. */
  series: () => string
  /** Calls when numbers or tables have changed; gives the way to stop. */
  onChange: (redraw: () => void) => () => void
  /** Opens the chart's dialog. */
  editChart: (pos: number) => void
}

/** With every save all are asked to draw again: only what is made of something else by now does so. */
function whereChanged(draw: (node: PMNode) => void, made: (node: PMNode) => unknown[]) {
  let last: unknown[] = []
  return (node: PMNode) => {
    const now = made(node)
    if (now.length === last.length && now.every((one, at) => one === last[at])) return
    last = now
    draw(node)
  }
}

/** What a figure, chart or table is called, such as 图3. */
const labels = (surroundings: Surroundings) => (node: PMNode) => surroundings.referred(node.attrs.id)?.label

const inCaption = (event: Event) => event.target instanceof HTMLTextAreaElement

function figure(surroundings: Surroundings): View {
  const labelOf = labels(surroundings)
  return (first, view, getPos) => {
    const dom = document.createElement('figure')
    dom.className = 'figure-block'
    const picture = document.createElement('img')
    // One that is far from the screen is fetched when it comes near.
    picture.loading = 'lazy'
    const missing = document.createElement('p')
    missing.className = 'missing'
    const below = caption('figure', view, getPos)
    dom.append(picture, missing, below.dom)
    const urlOf = (node: PMNode) => surroundings.pictureUrl(node.attrs.attachment)
    const ratioOf = (node: PMNode) => surroundings.pictureSize(node.attrs.attachment)?.join(' / ') ?? ''
    const isArriving = (node: PMNode) => surroundings.isArriving(node.attrs.id)
    const draw = (node: PMNode) => {
      const [url, arriving] = [urlOf(node), isArriving(node)]
      missing.hidden = url !== ''
      missing.textContent = arriving ? '〔正在读入图片…〕' : '〔缺少图片：点一下这里，再点“换图片”选择文件〕'
      missing.classList.toggle('arriving', arriving)
      picture.hidden = url === ''
      if (url && picture.getAttribute('src') !== url) picture.src = url
      picture.alt = node.attrs.caption || '图片'
      picture.style.aspectRatio = ratioOf(node)
      picture.style.width = `${node.attrs.width}%`
      below.show(node.attrs.caption, labelOf(node))
    }
    const show = whereChanged(draw, (node) => [node.attrs, urlOf(node), ratioOf(node), isArriving(node), labelOf(node)])
    let present = first
    show(first)
    const stop = surroundings.onChange(() => show(present))
    return {
      dom,
      update: (node) => node.type === first.type && (show((present = node)), true),
      stopEvent: inCaption,
      ignoreMutation: () => true,
      destroy: stop,
      selectNode: () => dom.classList.add('selected'),
      deselectNode: () => dom.classList.remove('selected'),
    } satisfies NodeView
  }
}

function chart(surroundings: Surroundings): View {
  const labelOf = labels(surroundings)
  return (first, view, getPos) => {
    const dom = document.createElement('figure')
    dom.className = 'chart-block'
    const canvas = document.createElement('div')
    canvas.className = 'canvas'
    const below = caption('figure', view, getPos)
    dom.append(canvas, below.dom)
    let present = first
    let drawn: Drawn | undefined
    const draw = ({ attrs }: PMNode, label?: string) => {
      drawn ??= drawChart(canvas, view.dom.closest('.page-scroll'))
      drawn.show(attrs as ChartChoice, attrs.caption)
      below.show(attrs.caption, label)
    }
    const show = whereChanged(
      (node) => draw(node, labelOf(node)),
      (node) => [node.attrs, labelOf(node), surroundings.series()],
    )
    show(first)
    const stop = surroundings.onChange(() => show(present))
    canvas.addEventListener('dblclick', () => {
      const pos = getPos()
      if (view.editable && pos !== undefined) surroundings.editChart(pos)
    })
    return {
      dom,
      update: (node) => {
        if (node.type !== first.type) return false
        show((present = node))
        return true
      },
      stopEvent: inCaption,
      ignoreMutation: () => true,
      destroy: () => {
        stop()
        drawn?.dispose()
      },
      selectNode: () => dom.classList.add('selected'),
      deselectNode: () => dom.classList.remove('selected'),
    } satisfies NodeView
  }
}

function table(surroundings: Surroundings): View {
  const labelOf = labels(surroundings)
  return (first, view, getPos) => {
    const dom = document.createElement('div')
    dom.className = 'table-block'
    const above = caption('table', view, getPos)
    const scroll = document.createElement('div')
    scroll.className = 'table-scroll'
    const inner = document.createElement('table')
    const body = document.createElement('tbody')
    inner.append(body)
    scroll.append(inner)
    dom.append(above.dom, scroll)
    let present = first
    const draw = (node: PMNode) => above.show(node.attrs.caption, labelOf(node))
    const show = whereChanged(draw, (node) => [node.attrs, labelOf(node)])
    show(first)
    const stop = surroundings.onChange(() => show(present))
    return {
      dom,
      contentDOM: body,
      update: (node) => node.type === first.type && (show((present = node)), true),
      stopEvent: inCaption,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !body.contains(mutation.target),
      destroy: stop,
    } satisfies NodeView
  }
}

function crossReference(surroundings: Surroundings): View {
  return (first) => {
    const dom = document.createElement('span')
    dom.className = 'reference'
    let present = first
    const targetOf = (node: PMNode) => surroundings.referred(node.attrs.target)
    const draw = (node: PMNode) => {
      const target = targetOf(node)
      dom.textContent = target?.label ?? '〔引用的图表或材料不存在〕'
      dom.classList.toggle('broken', !target)
      dom.title = target ? `${target.label} ${target.caption}` : '引用的图表或材料已删除，请删去这处引用或另选'
    }
    const show = whereChanged(draw, (node) => [targetOf(node)?.label, targetOf(node)?.caption])
    show(first)
    const stop = surroundings.onChange(() => show(present))
    return {
      dom,
      update: (node) => node.type === first.type && (show((present = node)), true),
      ignoreMutation: () => true,
      destroy: stop,
    } satisfies NodeView
  }
}

/** A figure of the tables; where the tables say otherwise by now, it is marked. */
function dataReference(surroundings: Surroundings): View {
  return (first) => {
    const dom = document.createElement('span')
    dom.className = 'data'
    let present = first
    const nowOf = ({ attrs }: PMNode) => surroundings.figureText(attrs.source, attrs.year)
    const nameOf = ({ attrs }: PMNode) => surroundings.figureName(attrs.source, attrs.year)
    const draw = (node: PMNode) => {
      const text: string = node.attrs.text
      const now = nowOf(node)
      dom.textContent = text || '〔未填〕'
      dom.classList.toggle('outdated', now !== text)
      dom.title =
        now === text
          ? `取自统计表（${nameOf(node)}），随表更新`
          : now === null
            ? '统计表中已没有这项数据'
            : `统计表中现为 ${now}，选中后可更新`
    }
    const show = whereChanged(draw, (node) => [node.attrs, nowOf(node), nameOf(node)])
    show(first)
    const stop = surroundings.onChange(() => show(present))
    return {
      dom,
      update: (node) => node.type === first.type && (show((present = node)), true),
      ignoreMutation: () => true,
      destroy: stop,
    } satisfies NodeView
  }
}

export const views = (surroundings: Surroundings): Views => ({
  figure: figure(surroundings),
  chart: chart(surroundings),
  table: table(surroundings),
  crossReference: crossReference(surroundings),
  dataReference: dataReference(surroundings),
})
