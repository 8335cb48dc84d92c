/** A piece of a claim. */
export interface Token {
  readonly kind: 'word' | 'comparator' | 'number' | 'other' | 'end'
  readonly text: string
  /** 1-based, in UTF-16 units. */
  readonly column: number
}

const KINDS = ['word', 'comparator', 'number', 'other'] as const satisfies readonly Token['kind'][]

const TOKEN =
  /(?<word>[a-z][a-z0-9]*)|(?<comparator>[<>=!≤≥]+)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.]))|(?<other>[^\s<>=!≤≥]+)/giu

/** The pieces of a claim, an `end` last; hyphens and underscores before a letter part words, as spaces do. */
export function tokens(claim: string): Token[] {
  const found = [...claim.replace(/[-_](?=[a-z])/giu, ' ').matchAll(TOKEN)].map(({ 0: text, index, groups = {} }) => {
    const kind = KINDS.find(name => groups[name] !== undefined) ?? 'other'
    return { kind, text, column: index + 1 }
  })
  return [...found, { kind: 'end', text: '', column: claim.trimEnd().length + 1 }]
}
