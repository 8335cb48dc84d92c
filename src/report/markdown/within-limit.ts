/** Joins blocks while they fit; says how many were left out. Whole blocks are dropped, so no table or fold is ever cut open. */
export function withinLimit(heading: string, blocks: readonly string[], limit: number): string {
  const note =
    '\n\n_Part of this report was left out to stay under a limit; report.html and the evidence have all of it._'
  let text = heading
  let dropped = false
  for (const block of blocks.filter(part => part !== '')) {
    const longer = text === '' ? block : `${text}\n\n${block}`
    if (longer.length + note.length <= limit) text = longer
    else dropped = true
  }
  return dropped ? `${text}${note}` : text
}
