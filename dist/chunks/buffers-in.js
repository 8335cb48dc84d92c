/** Memory of typed arrays in a state, which is handed over rather than copied. */
function buffersIn(state         , found = new Set             ())                {
  if (ArrayBuffer.isView(state)) {
    if (state.buffer instanceof ArrayBuffer && state.buffer.byteLength > 0) found.add(state.buffer);
  } else if (state instanceof Map || state instanceof Set || Array.isArray(state)) {
    for (const part of state.values()) {
      // Of many, all are alike: thousands of numbers have no memory.
      if (typeof part !== 'object') break
      buffersIn(part, found);
    }
  } else if (typeof state === 'object' && state !== null) {
    for (const part of Object.values(state)) buffersIn(part, found);
  }
  return [...found]
}

export { buffersIn as b };
