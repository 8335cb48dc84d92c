/** The 1-based line of the `name` of each `[[table]]`, in the order of the file; TOML's parser keeps no lines. */
export function tableLines(toml: string, table: string): number[] {
  const lines: number[] = []
  let open = false
  for (const [i, line] of toml.split('\n').entries()) {
    if (line.startsWith('[')) {
      open = line.replaceAll(/\s/g, '') === `[[${table}]]`
      if (open) lines.push(i + 1)
    } else if (open && /^name\s*=/.test(line)) {
      lines[lines.length - 1] = i + 1
      open = false
    }
  }
  return lines
}
