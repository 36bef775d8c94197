// Short messages and questions.
import { ElMessage, ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-icon.css'
import 'element-plus/theme-chalk/el-badge.css'

export const tell = {
  done: (message: string) => void ElMessage({ type: 'success', message, grouping: true }),
  warning: (message: string) => void ElMessage({ type: 'warning', message, duration: 6000, showClose: true }),
  error: (error: unknown) =>
    void ElMessage({ type: 'error', message: error instanceof Error ? error.message : String(error), duration: 8000, showClose: true }),
}

/** Asks whether to do something; `action` is the word on the button. */
export async function ask(title: string, message: string, action: string): Promise<boolean> {
  return ElMessageBox.confirm(message, title, { confirmButtonText: action, cancelButtonText: '取消', closeOnClickModal: false })
    .then(() => true, () => false)
}

/** Asks for a line of text; null where it was called off. */
export async function askText(title: string, message: string, value: string, action: string): Promise<string | null> {
  return ElMessageBox.prompt(message, title, {
    inputValue: value, confirmButtonText: action, cancelButtonText: '取消', closeOnClickModal: false,
    inputValidator: (text: string) => text.trim() !== '' || '请填写',
  }).then((answer) => answer.value.trim(), () => null)
}
