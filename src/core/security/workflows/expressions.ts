/** Longest expression that is read; a longer one is taken whole. */
const MAX_LENGTH = 2000

/** The insides of every `${{ }}` in a text. */
export function expressionsIn(text: string): string[] {
  return text
    .split('${{')
    .slice(1)
    .map(part => part.split('}}', 1)[0] ?? '')
}

/** Functions whose value is true, false or a digest, whatever they are given. */
const HARMLESS_CALL = /\b(?:contains|startswith|endswith|hashfiles)\([^()]*\)/g
const COMPARISON = /[=!]=|[<>]|^\s*!/

/**
 * The contexts whose text an expression can become, lower case and dotted (`github.event.issue.title`; an index is `*`). What is
 * only compared, or only asked about, is left out.
 */
export function contextsIn(expression: string): string[] {
  const plain = expression
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replaceAll(/\[\s*'([\w-]+)'\s*\]/g, '.$1')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\[[^[\]]*\]/g, '.*')
    .replaceAll(/\s*\.\s*/g, '.')
    .replaceAll(HARMLESS_CALL, 'true')
  return plain
    .split(/&&|\|\|/)
    .filter(part => !COMPARISON.test(part))
    .flatMap(part => part.match(/\b[a-z_][\w-]*(?:\.(?:[\w-]+|\*))*(?![\w(.-])/g) ?? [])
}
