import { createApp } from 'vue'
import { provideGlobalConfig } from 'element-plus/es/components/config-provider/index'
import zhCn from 'element-plus/es/locale/lang/zh-cn'
import App from './App.vue'
import './theme/element'
import './theme/tokens.css'
import './theme/base.css'

const app = createApp(App)
// Messages and questions stand outside the app's tree and take their words from here.
provideGlobalConfig({ locale: zhCn }, app, true)
app.mount('#app')
