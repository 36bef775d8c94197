// The day the program says it is.
let day = ''

export const setToday = (today: string) => (day = today)
export const today = () => day
