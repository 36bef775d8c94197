// What comes from other programs with a text and prints nothing.

// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** The text without control characters; tabs and line ends stay. */
export const withoutControls = (text: string) => text.replace(CONTROLS, '')

/** Besides, without the blanks that have no width. */
export const withoutInvisible = (text: string) => withoutControls(text).replace(/[\u200b\ufeff]/g, '')
