// A step of a composition as WebKit takes it, for input methods that no test machine has. arguments: step, text.
// begin: the place is the cursor. update: the composed letters stand in the text. end: they are replaced by what was chosen.
const [step, text] = arguments;
const target = document.activeElement;
const field = target instanceof HTMLTextAreaElement;

function tell(kind, type) {
  const how = { bubbles: true, data: text, inputType: type, isComposing: true, cancelable: kind === 'beforeinput' };
  target.dispatchEvent(kind.startsWith('composition') ? new CompositionEvent(kind, how) : new InputEvent(kind, how));
}

function begin() {
  tell('compositionstart');
  if (field) return (window.composed = { from: target.selectionStart, length: 0 });
  const selection = getSelection();
  let { anchorNode: node, anchorOffset: from } = selection;
  window.composed = { node, from, length: 0 };
}

/** The text that is composed in; WebKit makes one where there was only a line's end. */
function place() {
  const { composed } = window;
  if (composed.node.nodeType === Node.TEXT_NODE) return composed;
  const made = document.createTextNode('');
  const next = composed.node.childNodes[composed.from];
  composed.node.insertBefore(made, next ?? null);
  if (next?.nodeName === 'BR') next.remove();
  return Object.assign(composed, { node: made, from: 0 });
}

function put(type) {
  tell('beforeinput', type);
  const { composed } = window;
  if (field) target.setRangeText(text, composed.from, composed.from + composed.length, 'end');
  else {
    const { node, from, length } = place();
    node.replaceData(from, length, text);
    getSelection().collapse(node, from + text.length);
  }
  composed.length = text.length;
  tell('input', type);
}

if (step === 'begin') begin();
else if (step === 'update') { tell('compositionupdate'); put('insertCompositionText'); }
else { put('insertFromComposition'); tell('compositionend'); }
