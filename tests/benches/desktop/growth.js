// From an event to behind the frame that shows what was wanted, and the longest time meanwhile, and for a second after
// it, in which the window did not answer: [to the frame, standing still], in milliseconds, for each round.
window.rounds = [];
window.growth = (kind, wanted, shown) => {
  const begin = (event) => {
    if (!wanted(event)) return;
    window.removeEventListener(kind, begin, true);
    let [last, longest, end] = [event.timeStamp, 0, Infinity];
    const answer = () => {
      const now = performance.now();
      [last, longest] = [now, Math.max(longest, now - last)];
      if (now < end) setTimeout(answer);
      else rounds.push([end - 1000 - event.timeStamp, longest]);
    };
    const look = () => (shown() ? behind((now) => (end = now + 1000)) : requestAnimationFrame(look));
    setTimeout(answer);
    requestAnimationFrame(look);
  };
  window.addEventListener(kind, begin, true);
};
