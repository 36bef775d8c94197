// Rules of CSS stay on one line each, as a table that is read downwards: a style block is handed on as it stands.
const css = {
  parse: (text) => ({ text }),
  astFormat: 'asWritten',
  locStart: () => 0,
  locEnd: ({ text }) => text.length,
}
const asWritten = { print: (path) => path.node.text.trim() }

export default {
  semi: false,
  singleQuote: true,
  printWidth: 120,
  bracketSameLine: true,
  plugins: [{ parsers: { css }, printers: { asWritten } }],
}
