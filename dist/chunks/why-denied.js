/** Questions at most: of columns that are still open then nobody knows which of them may be read. */
const MOST = 1000;

/**
 * Which columns may be read, where an engine says of a statement alone that one of those in it may not be: asked for in halves, until each part is one
 * that may be read, or one column that may not. `look` gives the columns of a part, or why it is refused; `alone` what is told of one.
 */
async function readableInHalves      (
  items                 ,
  look                                                      ,
  alone                                      ,
)                   {
  let questions = 0;
  return within(items)

  async function within(some                 )                   {
    if (some.length === 0) return []
    questions += 1;
    const found = await look(some);
    if (typeof found !== 'string') return found
    if (some.length === 1 || questions > MOST) return some.flatMap(item => alone(item, found))
    const half = some.length >> 1;
    return [...(await within(some.slice(0, half))), ...(await within(some.slice(half)))]
  }
}

/** Columns that are named by nobody who lists them, of those that are there: why each may not be read. */
async function whyDenied(
  names                   ,
  whyNot                                               ,
)                                    {
  const denied                                     = [];
  for (const name of names) {
    const why = await whyNot(name);
    if (why !== undefined) denied.push({ name, type: 'unknown', denied: why });
  }
  return denied
}

export { readableInHalves as r, whyDenied as w };
