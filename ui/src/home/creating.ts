// Whether the dialog for a new application is on the screen: asked for by a button of the list, or by a key anywhere.
import { ref } from 'vue'

export const creating = ref(false)
