export interface Instruction {
  /** 1-based. */
  readonly line: number
  /** Upper case. */
  readonly keyword: string
  readonly text: string
}

const ESCAPE = /^#\s*escape\s*=\s*([\\`])\s*$/im
const HEREDOC = /<<-?\s*["']?([A-Za-z_]\w*)["']?/

/** The instructions of a Dockerfile: continued lines joined, comments inside them dropped, here-documents appended (docs.docker.com, Dockerfile reference). */
export function dockerfileInstructions(text: string): Instruction[] {
  const continues = ESCAPE.exec(text.slice(0, HEAD))?.[1] ?? '\\'
  const lines = text.split(/\r?\n/)
  const found: Instruction[] = []
  for (let i = 0; i < lines.length; i++) {
    if (isVoid(lines[i])) continue
    const line = i + 1
    const parts: string[] = []
    for (; i < lines.length; i++) {
      const part = lines[i] ?? ''
      if (parts.length > 0 && isVoid(part)) continue
      const bare = part.trimEnd()
      parts.push(bare.endsWith(continues) ? bare.slice(0, -1) : bare)
      if (!bare.endsWith(continues)) break
    }
    const joined = parts.join(' ').trim()
    const [, keyword = '', rest = ''] = /^(\w+)\s+([\s\S]*)$/.exec(joined) ?? []
    const end = keyword.toUpperCase() === 'RUN' ? HEREDOC.exec(rest)?.[1] : undefined
    const body: string[] = []
    if (end !== undefined) for (i++; i < lines.length && lines[i]?.trim() !== end; i++) body.push(lines[i] ?? '')
    found.push({ line, keyword: keyword.toUpperCase(), text: [rest, ...body].join('\n') })
  }
  return found
}

/** Directives stand at the top. */
const HEAD = 1024

const isVoid = (line = '') => /^\s*(#|$)/.test(line)
