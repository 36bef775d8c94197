// The day the program says it is.
import { ref } from 'vue'

const day = ref('')

export const setToday = (today: string) => void (day.value = today)
export const today = () => day.value
