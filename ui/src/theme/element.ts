// Element Plus is used for what is hard to do well: dialogs, messages, dropdowns, cascaders, date pickers. Its parts are
// imported where they are used; only the variables and the dark set are global.
import 'element-plus/theme-chalk/el-var.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
