// Text as a document can hold it, after the core's text/clean.rs.

/**
 * Control characters, noncharacters, line ends of other systems, and halves of a character, which JSON cannot carry to
 * the core.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNCLEAN = /\r\n?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/gu
const LINE_END = /^[\r\u0085\u2028\u2029]/

/** Line ends become line feeds; what XML forbids or prints nothing is dropped. */
export const clean = (text: string): string => text.replace(UNCLEAN, (found) => (LINE_END.test(found) ? '\n' : ''))
