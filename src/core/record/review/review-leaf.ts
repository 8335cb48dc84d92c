import { NAMESPACE } from '../../identifiers.ts'
import type { LeafWithDocument } from '../log/certification-leaves.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import { instant } from '../statement/instant.ts'
import type { Reviewable } from './due.ts'

/** What was looked through, and what was found due. */
export interface ReviewOutcome {
  readonly certificates: number
  readonly waivers: number
  readonly ended: readonly Reviewable[]
  readonly ending: readonly Reviewable[]
}

/** The log's entry for a periodic review: that it took place, and what it found. */
export function reviewLeaf(
  { certificates, waivers, ended, ending }: ReviewOutcome,
  { at, run }: { readonly at: Date; readonly run: string | undefined },
  sha256: (text: string) => string,
): LeafWithDocument {
  const names = (items: readonly Reviewable[]) => items.map(({ what }) => what)
  const document = canonicalJson({
    schema: `${NAMESPACE}review/v1`,
    at: instant(at),
    certificates,
    waivers,
    ended: names(ended),
    ending: names(ending),
  })
  const leaf = { v: 1, type: 'review', at: instant(at), document: `sha256:${sha256(document)}` } as const
  return { leaf: run === undefined ? leaf : { ...leaf, run }, document }
}
