// What a user would find under these words. arguments: kind, wanted, role.
const [kind, wanted, role] = arguments;
const ROLES = {
  button: 'button, input[type=button], input[type=submit], summary',
  link: 'a[href]',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], [contenteditable=true]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  option: 'option',
  heading: 'h1, h2, h3, h4, h5, h6',
  img: 'img',
  dialog: 'dialog',
  table: 'table',
  row: 'tr',
  cell: 'td',
  columnheader: 'th',
  list: 'ul, ol',
  listitem: 'li',
  navigation: 'nav',
  main: 'main',
};
const ANY = 'a[href], button, input, select, textarea, summary, option, h1, h2, h3, h4, h5, h6, img, dialog, [role], [tabindex], [contenteditable=true], [aria-label], [aria-labelledby]';
const NAMED_BY_TEXT = 'a, button, summary, option, h1, h2, h3, h4, h5, h6, td, th, li, [role=button], [role=link], [role=tab], [role=option], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=treeitem], [role=checkbox], [role=radio], [role=switch], [role=cell], [role=gridcell], [role=heading]';

const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const shown = (element) => element.checkVisibility({ visibilityProperty: true });

// Near enough to accname-1.2; `Element::name` asks WebKit itself.
function name(element) {
  const by = element.getAttribute('aria-labelledby');
  if (by) return plain(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' '));
  const own = plain(element.getAttribute('aria-label'));
  if (own) return own;
  if (element.labels?.length) return plain([...element.labels].map((label) => label.innerText).join(' '));
  if (element.matches('img, input[type=image]')) return plain(element.alt);
  if (element.matches('input[type=button], input[type=submit]')) return plain(element.value);
  const text = element.matches(NAMED_BY_TEXT) ? plain(element.innerText) : '';
  return text || plain(element.title) || plain(element.placeholder);
}

function holding(text) {
  const holds = (element) => plain(element.textContent).includes(text);
  const all = [...document.body.querySelectorAll('*')].filter((element) => holds(element) && !element.matches('script, style'));
  return all.filter((element) => ![...element.children].some(holds) && shown(element));
}

if (kind === 'css') return [...document.querySelectorAll(wanted)];
if (kind === 'text') return holding(plain(wanted));
const selector = kind === 'role' ? [`[role="${role}"]`, ROLES[role]].filter(Boolean).join(', ') : ANY;
const candidates = [...document.querySelectorAll(selector)].filter((element) => kind === 'name' || (element.getAttribute('role') ?? role) === role);
return candidates.filter((element) => shown(element) && name(element) === plain(wanted));
