// A quiet word at the foot of the page.
import { ref } from 'vue'

export const notice = ref('')
