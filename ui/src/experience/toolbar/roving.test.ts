// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createApp, defineComponent, h, withDirectives } from 'vue'
import { nextTick, ref } from 'vue'
import { alongButtons, vOneStop } from './roving'

test('Tab comes to one button of a bar only, the one that was used last', async () => {
  const disabled = ref(true)
  const bar = defineComponent(
    () => () =>
      withDirectives(
        h('div', { onKeydown: alongButtons }, [
          h('button', { disabled: disabled.value }, '甲'),
          h('button', '乙'),
          h('button', '丙'),
        ]),
        [[vOneStop]],
      ),
  )
  document.body.innerHTML = '<div id="app"></div>'
  createApp(bar).mount('#app')
  const buttons = Array.from(document.querySelectorAll('button'))
  const check = (...expected: number[]) => expect(buttons.map((button) => button.tabIndex)).toEqual(expected)
  const press = (key: string) =>
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

  check(-1, 0, -1)
  buttons[1]!.focus()
  press('ArrowRight')
  check(-1, -1, 0)
  expect(document.activeElement).toBe(buttons[2])
  press('ArrowRight')
  check(-1, 0, -1)
  disabled.value = false
  await nextTick()
  check(-1, 0, -1)
  press('ArrowLeft')
  check(0, -1, -1)
})
