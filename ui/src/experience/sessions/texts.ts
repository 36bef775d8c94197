// What users type and paste, and what nobody would type on purpose.

/** Pieces of text, typed key by key. */
export const TYPED = [
  '质量',
  'SPC',
  ' ',
  '“图”',
  '99.2%',
  '\u00a0',
  '１',
  '𠮷',
  '😀',
  '👨‍👩‍👧',
  'e\u0301',
  '甲—乙…',
  '℃±',
  '<&>]]>',
  '\t',
  '\u3000',
  // Forbidden by XML or printing nothing, half a character, line ends of other systems.
  '甲\u0001乙',
  '\u000b',
  '\ufffe',
  '\u0085',
  '\u2028',
  '\ud842',
  '\udfb7丙',
  'a\r\nb',
  // These make headings and lists as they are typed.
  '（一）',
  '## ',
  '#### ',
  '- ',
  '1. ',
]

/** A word that no line can hold. */
export const LONG = 'Qualitätsmanagementsystem'.repeat(40)

export const CAPTIONS = [
  '',
  '题',
  '  两头有空格  ',
  '“引”—…①',
  '<w:t>&amp;',
  '😀𠮷',
  '甲\u0007乙',
  '\ud800',
  '图1 图中图',
  LONG.slice(0, 300),
  '题\t签',
]

/** Plain text as it comes from elsewhere. */
export const PASTED = [
  '一、甲\n（一）乙\n1.丙\n丁。\na\tb\nc\td',
  '表1 合格率\n年\t率\n2024\t98.1%\n见表1。',
  '\n\n',
  '甲\u0000乙\n丙\u2029丁',
  `${LONG}\n尾`,
]
