import { createApp } from 'vue'
import App from './window/App.vue'

export const app = createApp(App)
