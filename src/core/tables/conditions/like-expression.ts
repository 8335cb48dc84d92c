/** A pattern of SQL's LIKE, `%` for any text and `_` for any character, as an expression that matches the whole text. */
export function likeExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll('%', '[^]*')
    .replaceAll('_', '[^]')
  return new RegExp(`^${source}$`, 'u')
}
