import type { Leaf } from '../core/record/log/leaf.ts'
import { visible } from './markdown/escape.ts'
import type { Line } from './terminal.ts'

/** What a report says of a log that was read and holds together. */
export interface ToldLog {
  readonly origin: string
  readonly size: number
  /** Base64. */
  readonly root: string
  readonly unsigned: number
  readonly witnessed: {
    readonly size: number
    readonly asOf?: Date
    readonly cosigned: readonly { readonly name: string }[]
  }
  readonly quorum: number
}

/** A verified log for a terminal. */
export function logLines({ origin, size, root, unsigned, witnessed, quorum }: ToldLog): Line[] {
  const by = witnessed.cosigned.map(({ name }) => name).join(', ')
  return [
    { tone: 'passed', text: `✔ ${visible(origin)} holds together: ${size} ${size === 1 ? 'entry' : 'entries'}` },
    { tone: 'muted', text: `    root ${root}` },
    ...(unsigned === 0
      ? []
      : [{ tone: 'muted' as const, text: `    ${unsigned} more are not signed yet: the next append signs them` }]),
    quorum === 0 && by === ''
      ? { tone: 'warn', text: '    no witness is asked for: only what was last seen here tells a rewritten log' }
      : {
          tone: 'muted',
          text: `    witnesses stand for ${witnessed.size} entries${witnessed.asOf === undefined ? '' : ` as of ${witnessed.asOf.toISOString()}`}${by === '' ? '' : ` (${visible(by)})`}`,
        },
  ]
}

/** One line for each entry. */
export const entryLines = (leaves: readonly { readonly index: number; readonly leaf: Leaf }[]): Line[] =>
  leaves.map(({ index, leaf }) => ({
    tone: 'plain',
    text: visible(
      [String(index).padStart(6), leaf.at, leaf.type.padEnd(11), leaf.model, leaf.target, leaf.document]
        .filter(part => part !== undefined)
        .join('  '),
    ),
  }))
