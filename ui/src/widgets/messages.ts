// Short messages and questions.

let loaded: typeof import('./element') | undefined

/** What draws them comes with the first one. */
export const element = async () => (loaded ??= await import('./element'))

async function message(options: {
  type: 'success' | 'warning' | 'error'
  message: string
  grouping?: boolean
  duration?: number
  showClose?: boolean
}) {
  const { ElMessage } = await element()
  ElMessage(options)
}

export const tell = {
  done: (text: string) => void message({ type: 'success', message: text, grouping: true }),
  warning: (text: string) => void message({ type: 'warning', message: text, duration: 6000, showClose: true }),
  error: (error: unknown) =>
    void message({
      type: 'error',
      message: error instanceof Error ? error.message : String(error),
      duration: 8000,
      showClose: true,
    }),
}

/** Takes all messages off the screen. */
export const hush = () => loaded?.ElMessage.closeAll()

/** Asks whether to do something; `action` is the word on the button, red where it is for good: then a key that was meant for the page does not press it. */
export async function ask(
  title: string,
  message: string,
  action: string,
  { forGood = false, otherwise = '取消' } = {},
): Promise<boolean> {
  const { ElMessageBox } = await element()
  const look = {
    confirmButtonText: action,
    confirmButtonType: forGood ? 'danger' : 'primary',
    cancelButtonText: otherwise,
    autofocus: !forGood,
  } as const
  return ElMessageBox.confirm(message, title, { ...look, closeOnClickModal: false }).then(
    () => true,
    () => false,
  )
}

/** Asks for a line of text; null where it was called off. */
export async function askText(title: string, message: string, value: string, action: string): Promise<string | null> {
  const { ElMessageBox } = await element()
  return ElMessageBox.prompt(message, title, {
    inputValue: value,
    confirmButtonText: action,
    cancelButtonText: '取消',
    closeOnClickModal: false,
    inputValidator: (text: string) => text.trim() !== '' || '请填写',
  }).then(
    (answer) => answer.value.trim(),
    () => null,
  )
}
