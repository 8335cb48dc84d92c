/** Lines of a requirements file as pip reads them: continued by `\` at the end, comments dropped; with the 1-based line each starts on. */
export function logicalLines(text: string): { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = []
  let open: { line: number; text: string } | undefined
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(raw)
    const continued = raw.endsWith('\\') && !isComment
    const part = isComment ? '' : continued ? raw.slice(0, -1) : raw
    const current = open ?? { line: i + 1, text: '' }
    current.text += part
    open = continued ? current : undefined
    if (!open) lines.push(current)
  }
  if (open) lines.push(open)
  return lines
    .map(({ line, text }) => ({ line, text: text.replace(/(^|\s)#.*$/, '').trim() }))
    .filter(({ text }) => text !== '')
}
