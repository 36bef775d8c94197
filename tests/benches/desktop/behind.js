// Calls back with the time behind the frame that is painted next: what is posted in a frame comes after it.
window.behindFrame = (then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => then(performance.now());
  port2.postMessage(null);
});
// From an event, when it is seen first, to behind the frame in which `shown` holds; all rounds are kept.
window.rounds = [];
window.from = (kind, wanted, shown) => {
  const began = (event) => {
    if (!wanted(event)) return;
    const begun = event.timeStamp;
    const look = () => (shown() ? behindFrame((now) => rounds.push(now - begun)) : requestAnimationFrame(look));
    queueMicrotask(() => look());
  };
  window.addEventListener(kind, began, true);
};
