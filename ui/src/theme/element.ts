// Element Plus is used for what is hard to do well: dialogs, messages, questions (shared/element.ts). Only its variables and its
// dark set are there from the start.
import 'element-plus/theme-chalk/el-var.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
