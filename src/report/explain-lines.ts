import type { Check } from '../core/evidence.ts'
import type { Explanation } from '../core/explain/explanation.ts'
import { visible } from './markdown/escape.ts'
import type { Line } from './terminal.ts'

/** Columns of a terminal that text is broken for. */
const WIDTH = 100
const INDENT = 12

interface Told {
  readonly explanations: readonly Explanation[]
  readonly standing: readonly { readonly gate: string; readonly check: Check }[]
}

/** An explanation as lines of text: what it means, how it is computed, where that is from, what to do; and how it stands here. */
export function explainLines({ explanations, standing }: Told): Line[] {
  return [
    ...explanations.flatMap((one, index): Line[] => [
      ...(index === 0 ? [] : [{ tone: 'plain' as const, text: '' }]),
      { tone: 'strong', text: visible(`${one.id}: ${one.title}`) },
      { tone: 'muted', text: visible(whatOf(one)) },
      ...paragraph('means', one.means),
      ...paragraph('computed', one.computed),
      ...paragraph('source', one.source),
      ...paragraph('to mend', one.remedy),
    ]),
    ...standing.flatMap(({ gate, check }): Line[] => [
      { tone: 'plain', text: '' },
      { tone: check.status, text: visible(`here        ${check.status} in ${gate}: ${check.title}`) },
      ...paragraph('', check.reason),
      ...(check.hint === undefined ? [] : paragraph('', `→ ${check.hint}`)),
    ]),
  ]
}

/** `metric (binary) of model-certify`. */
export const whatOf = ({ kind, gate, of }: Explanation): string =>
  `${kind}${of === undefined ? '' : ` (${of})`}${gate === undefined ? '' : ` of ${gate}`}`

function paragraph(name: string, text: string): Line[] {
  const lines: string[] = []
  for (const word of visible(text).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH - INDENT) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line, index) => ({
    tone: 'plain',
    text: `${(index === 0 ? name : '').padEnd(INDENT)}${line}`,
  }))
}
