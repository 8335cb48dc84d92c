/** JSON with sorted keys and no spaces, as RFC 8785 has it: the same value is always the same text. */
function canonicalJson(value         )         {
  return JSON.stringify(value, (_, part         ) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

export { canonicalJson as c };
