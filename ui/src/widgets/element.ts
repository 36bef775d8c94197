// Element Plus, with its words in Chinese: dialogs, messages and questions. It comes with the first of them.
import { ElDialog, ElMessage, ElMessageBox } from 'element-plus'
import { provideGlobalConfig } from 'element-plus/es/components/config-provider/index'
import type { App } from 'vue'
import zhCn from 'element-plus/es/locale/lang/zh-cn'
import 'element-plus/theme-chalk/el-message.css'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-dialog.css'
import 'element-plus/theme-chalk/el-overlay.css'
import 'element-plus/theme-chalk/el-button.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-icon.css'
import 'element-plus/theme-chalk/el-badge.css'
import './element.css'

// Messages and questions stand outside the app's tree and take their words from here, as dialogs do: no app is asked.
provideGlobalConfig({ locale: zhCn }, { provide() {} } as unknown as App, true)

export { ElDialog, ElMessage, ElMessageBox }
