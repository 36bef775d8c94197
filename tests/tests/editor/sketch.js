// The section on the page in a few lines; see sketch.rs.
const SIGNS = { STRONG: '*', EM: '/', U: '_', SUB: '~', SUP: '^' };
const ORDER = ['*', '/', '_', '~', '^'];

function runs(line) {
  const found = [];
  const add = (text, signs) => {
    const last = found.at(-1);
    if (last && last.signs === signs) last.text += text;
    else found.push({ text, signs });
  };
  const walk = (node, signs) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.data.replace(/\u200b|\ufeff/g, ''), ORDER.filter((sign) => signs.includes(sign)).join(''));
    if (node.nodeType !== Node.ELEMENT_NODE || /ProseMirror-(trailingBreak|separator|gapcursor)/.test(node.className)) return;
    if (node.tagName === 'BR') return add('⏎', '');
    if (node.matches('.reference')) return add(`{${node.textContent}}`, '');
    if (node.matches('.data')) return add(`[${node.textContent}]`, '');
    for (const child of node.childNodes) walk(child, signs + (SIGNS[node.tagName] ?? ''));
  };
  walk(line, '');
  return found.filter(({ text }) => text).map(({ text, signs }) => signs + text + signs).join('');
}

const caption = (block) => block.querySelector('.caption textarea').value;

function cell(node) {
  const spans = [['c', node.colSpan], ['r', node.rowSpan]].filter(([, span]) => span > 1).map(([sign, span]) => `${sign}${span} `).join('');
  return (node.tagName === 'TH' ? '#' : '') + spans + blocks(node, '').map((line) => line.replace(/^P ?/, '')).join('+');
}

function list(node, indent) {
  const sign = node.tagName === 'UL' ? '- ' : '1) ';
  return [...node.children].flatMap((item) => blocks(item, `${indent}  `).map((line, index) => (index ? line : `${indent}${sign}${line.trimStart().replace(/^P ?/, '')}`.trimEnd())));
}

function block(node, indent) {
  const tag = node.tagName;
  let line = null;
  if (/^H[1-6]$/.test(tag)) line = `H${tag[1]} ${runs(node)}`;
  else if (tag === 'P') line = `P ${runs(node)}`;
  else if (tag === 'UL' || tag === 'OL') return list(node, indent);
  else if (node.matches('.figure-block')) line = `F ${caption(node)} ${node.querySelector('img').style.width}`;
  else if (node.matches('.chart-block')) line = `C ${caption(node)}`;
  else if (node.matches('.table-block')) line = `T ${caption(node)}: ${[...node.querySelectorAll('tr')].map((row) => [...row.cells].map(cell).join('|')).join(' / ')}`;
  else return [];
  return [indent + line.trimEnd()];
}

function blocks(parent, indent) {
  return [...parent.children].filter((child) => !/ProseMirror-(gapcursor|widget)/.test(child.className)).flatMap((child) => block(child, indent));
}

const text = document.querySelector('.section-text .ProseMirror');
return text ? blocks(text, '') : null;
