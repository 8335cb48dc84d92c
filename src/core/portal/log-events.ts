import { z } from 'zod'
import type { Leaf } from '../record/log/leaf.ts'

/** What a log says that is about no model: policies that came into force, periodic reviews, incidents, revoked keys. */
export interface LogEvents {
  readonly policies: readonly { readonly at: string; readonly sha256: string; readonly uri: string | undefined }[]
  readonly reviews: readonly ReviewEvent[]
  readonly incidents: readonly { readonly at: string; readonly reason: string | undefined }[]
}

export interface ReviewEvent {
  readonly at: string
  readonly run: string | undefined
  /** What was looked through and found; undefined where the log does not keep it. */
  readonly found:
    | {
        readonly certificates: number
        readonly waivers: number
        readonly ended: readonly string[]
        readonly ending: readonly string[]
      }
    | undefined
}

const Review = z.looseObject({
  certificates: z.int().nonnegative(),
  waivers: z.int().nonnegative(),
  ended: z.array(z.string()),
  ending: z.array(z.string()),
})
const PolicyDocument = z.looseObject({ uri: z.string() })
const Incident = z.looseObject({ reason: z.string() })

/** The newest first. */
export function logEvents(leaves: readonly Leaf[], documents: ReadonlyMap<string, string>): LogEvents {
  const of = (type: Leaf['type']) => leaves.filter(leaf => leaf.type === type).toReversed()
  const said = <T>(schema: z.ZodType<T>, { document }: Leaf): T | undefined => {
    try {
      return schema.safeParse(JSON.parse(documents.get(document) ?? '')).data
    } catch {
      return undefined
    }
  }
  return {
    policies: of('policy').map(leaf => ({
      at: leaf.at,
      sha256: (leaf.policy ?? leaf.document).slice('sha256:'.length),
      uri: said(PolicyDocument, leaf)?.uri,
    })),
    reviews: of('review').map(leaf => {
      const found = said(Review, leaf)
      return {
        at: leaf.at,
        run: leaf.run,
        found: found && {
          certificates: found.certificates,
          waivers: found.waivers,
          ended: found.ended,
          ending: found.ending,
        },
      }
    }),
    incidents: of('incident').map(leaf => ({ at: leaf.at, reason: said(Incident, leaf)?.reason })),
  }
}
