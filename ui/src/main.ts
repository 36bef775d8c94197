import { createApp } from 'vue'
import App from './App.vue'
import './theme/element'
import './theme/tokens.css'
import './theme/base.css'

createApp(App).mount('#app')
