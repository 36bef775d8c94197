// How figures, charts, tables and cross references are drawn in the text.
import type { Node as PMNode } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { drawChart, type Drawn } from '../charts/draw'
import { caption } from '../editor/caption'
import type { Captioned } from '../editor/numbers'
import type { View, Views } from '../schema/blocks'

/** What the drawings know of the draft. */
export interface Surroundings {
  pictureUrl: (attachment: string) => string
  /** Width and height in pixels, so that the text below does not move when the picture comes. */
  pictureSize: (attachment: string) => [number, number] | undefined
  /** Whether the picture of a figure is being attached. */
  isArriving: (figure: string) => boolean
  captioned: (id: string) => Captioned | undefined
  /** What a figure of the tables reads now; null where there is none. */
  figureText: (source: string, year: string) => string | null
  figureName: (source: string, year: string) => string
  /** Calls when numbers or tables have changed; gives the way to stop. */
  onChange: (redraw: () => void) => () => void
  /** Opens the chart's dialog. */
  editChart: (pos: number) => void
}

/** All are drawn again with every save: what says the same is not laid out again. */
function say(dom: HTMLElement, text: string) {
  if (dom.textContent !== text) dom.textContent = text
}

const inCaption = (event: Event) => event.target instanceof HTMLTextAreaElement

function figure(surroundings: Surroundings): View {
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
    const show = (node: PMNode) => {
      const url = surroundings.pictureUrl(node.attrs.attachment)
      missing.hidden = url !== ''
      const arriving = surroundings.isArriving(node.attrs.id)
      say(missing, arriving ? '〔正在读入图片…〕' : '〔缺少图片：点一下这里，再点“换图片”选择文件〕')
      missing.classList.toggle('arriving', arriving)
      picture.hidden = url === ''
      if (url && picture.getAttribute('src') !== url) picture.src = url
      picture.alt = node.attrs.caption || '图片'
      picture.style.aspectRatio = surroundings.pictureSize(node.attrs.attachment)?.join(' / ') ?? ''
      picture.style.width = `${node.attrs.width}%`
      below.show(node.attrs.caption)
    }
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
  return (first, view, getPos) => {
    const dom = document.createElement('figure')
    dom.className = 'chart-block'
    const canvas = document.createElement('div')
    canvas.className = 'canvas'
    const below = caption('figure', view, getPos)
    dom.append(canvas, below.dom)
    let present = first
    let drawn: Drawn | undefined
    const show = () => {
      drawn ??= drawChart(canvas, view.dom.closest('.page-scroll'))
      drawn.show(
        { kind: present.attrs.kind, series: present.attrs.series, compare: present.attrs.compare },
        present.attrs.caption,
      )
      below.show(present.attrs.caption)
    }
    show()
    const stop = surroundings.onChange(show)
    canvas.addEventListener('dblclick', () => {
      const pos = getPos()
      if (view.editable && pos !== undefined) surroundings.editChart(pos)
    })
    return {
      dom,
      update: (node) => {
        if (node.type !== first.type) return false
        present = node
        show()
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

const table: View = (first, view, getPos) => {
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
  above.show(first.attrs.caption)
  return {
    dom,
    contentDOM: body,
    update: (node) => node.type === first.type && (above.show(node.attrs.caption), true),
    stopEvent: inCaption,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !body.contains(mutation.target),
  } satisfies NodeView
}

function crossReference(surroundings: Surroundings): View {
  return (first) => {
    const dom = document.createElement('span')
    dom.className = 'reference'
    let present = first
    const show = () => {
      const target = surroundings.captioned(present.attrs.target)
      say(dom, target?.label ?? '〔引用的图表不存在〕')
      dom.classList.toggle('broken', !target)
      dom.title = target ? `${target.label} ${target.caption}` : '引用的图表已删除，请删去这处引用或另选'
    }
    show()
    const stop = surroundings.onChange(show)
    return {
      dom,
      update: (node) => node.type === first.type && ((present = node), show(), true),
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
    const show = () => {
      const { source, year, text } = present.attrs as { source: string; year: string; text: string }
      const now = surroundings.figureText(source, year)
      say(dom, text || '〔未填〕')
      dom.classList.toggle('outdated', now !== text)
      dom.title =
        now === text
          ? `取自统计表（${surroundings.figureName(source, year)}），随表更新`
          : now === null
            ? '统计表中已没有这项数据'
            : `统计表中现为 ${now}，选中后可更新`
    }
    show()
    const stop = surroundings.onChange(show)
    return {
      dom,
      update: (node) => node.type === first.type && ((present = node), show(), true),
      ignoreMutation: () => true,
      destroy: stop,
    } satisfies NodeView
  }
}

export const views = (surroundings: Surroundings): Views => ({
  figure: figure(surroundings),
  chart: chart(surroundings),
  table,
  crossReference: crossReference(surroundings),
  dataReference: dataReference(surroundings),
})
