/** Where a plain log has said something, how long it waits before it says how far the work has come. */
const INTERVAL_MS = 5_000;

/** Progress and warnings on standard error: in place on a terminal, as plain lines at intervals elsewhere, not at all when quiet. */
function terminalLog(stream                    , { quiet = false } = {})                         {
  let last = Date.now();
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  const line = (message        ) => {
    clear();
    stream.write(`${message}\n`);
  };
  return {
    info: message => (quiet ? undefined : line(message)),
    warn: message => line(`warning: ${message}`),
    progress(message) {
      if (quiet) return
      if (stream.isTTY) {
        clear();
        stream.write(message.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
        shown = true;
      } else if (Date.now() - last > INTERVAL_MS) line(message);
      else return
      last = Date.now();
    },
    done: clear,
  }
}

export { terminalLog as t };
