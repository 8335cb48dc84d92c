/** From when to when a key's signatures count; a side that is not named is open. */
                                                                    

/** The window, where the key has one. */
function windowOf({ 'not-before': from, 'not-after': to }           )                        {
  if (from === undefined && to === undefined) return undefined
  return { ...(from === undefined ? {} : { 'not-before': from }), ...(to === undefined ? {} : { 'not-after': to }) }
}

/** Why a signature of this time does not count, both ends of the window included; undefined where it does. */
function outsideWindow(window           , at      )                     {
  const { 'not-before': from, 'not-after': to } = window;
  const found = `but it was made at ${at.toISOString()}`;
  if (from !== undefined && at.getTime() < Date.parse(from)) return `Expected a signature not before ${from} ${found}`
  if (to !== undefined && at.getTime() > Date.parse(to)) return `Expected a signature not after ${to} ${found}`
  return undefined
}

export { outsideWindow as o, windowOf as w };
