// The limits of tables.
/** How many columns a table may have (the core's MAX_COLUMNS). */
export const MOST_COLUMNS = 63
