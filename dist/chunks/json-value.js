/** What a JSON text or its like holds: plain values only. */
                                                                                                                       

/** The value of a JSON text; undefined where it is none. */
function parseJson(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export { parseJson as p };
