// Calls back with the time behind a frame, from in it: what is posted there comes after it was painted.
const behind = (then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => then(performance.now());
  port2.postMessage(null);
};
// From an event, when it is seen first, to behind the first frame that shows what was wanted; all rounds are kept.
// `wanted` says of an event how its frame is known, or nothing.
window.rounds = [];
window.from = (kind, wanted) => {
  window.addEventListener(kind, (event) => {
    const shown = wanted(event);
    if (!shown) return;
    const look = () => (shown() ? behind((now) => rounds.push(now - event.timeStamp)) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }, true);
};
