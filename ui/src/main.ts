import { app } from './app'
import './theme/element'
import './theme/tokens.css'
import './theme/base.css'

app.mount('#app')
