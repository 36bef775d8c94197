import { createApp } from 'vue'
import App from './window/App.vue'
import { catchUnforeseen } from './window/unforeseen'
import './theme/tokens.css'
import './theme/base.css'

const app = createApp(App)
catchUnforeseen(app)
app.mount('#app')
