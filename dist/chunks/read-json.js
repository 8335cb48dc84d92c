/** The bytes as a JSON value, undefined where they are no strict UTF-8 or no JSON. */
function readJson(bytes            )          {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

export { readJson as r };
