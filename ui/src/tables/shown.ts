// How many rows a table shows: at least those of the form and those that are filled in, and empty ones besides.
import { computed, ref } from 'vue'

export function shownRows(least: () => number, filled: () => number) {
  const kept = ref(0)
  const count = computed(() => Math.max(least(), filled(), kept.value))
  return {
    count,
    /** One more, empty. */
    add: () => void (kept.value = count.value + 1),
    /**
     * A row that is emptied stays in sight: else the row above would come under the cursor, and be overwritten by what
     * is typed next.
     */
    keep: () => void (kept.value = count.value),
    /** Before rows are removed, which does take them out of sight. */
    removing: (rows: unknown[]) => void (kept.value = count.value - rows.length),
  }
}
