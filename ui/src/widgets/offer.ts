// Messages that offer something, and questions with more than one answer.
import { h } from 'vue'
import { element } from './messages'

/** Says that something was done, and offers a way on from there. */
export async function offer(message: string, action: string, run: () => void) {
  const { ElMessage } = await element()
  const shown = ElMessage({
    type: 'success',
    duration: 8000,
    showClose: true,
    message: () =>
      h('span', [
        message,
        h('button', { type: 'button', class: 'offer', onClick: () => (shown.close(), run()) }, action),
      ]),
  })
}

/** Asks which of two things to do; null where neither. The first is the proposed one. */
export async function choose(
  title: string,
  message: string,
  first: string,
  second: string,
): Promise<'first' | 'second' | null> {
  const { ElMessageBox } = await element()
  return ElMessageBox.confirm(message, title, {
    confirmButtonText: first,
    cancelButtonText: second,
    distinguishCancelAndClose: true,
    closeOnClickModal: false,
  }).then(
    () => 'first' as const,
    (how: string) => (how === 'cancel' ? ('second' as const) : null),
  )
}

/** Says something that has to be read. */
export async function inform(title: string, message: string): Promise<void> {
  const { ElMessageBox } = await element()
  await ElMessageBox.alert(message, title, { confirmButtonText: '知道了', closeOnPressEscape: true }).catch(() => {})
}
