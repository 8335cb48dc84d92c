import { z } from 'zod'
import type { Leaf } from '../log/leaf.ts'
import type { LifeEvent } from './life.ts'

/** What documents of the record say in common, each by one of these names; the rest of them is passed over. */
const Said = z.looseObject({
  role: z.string().optional().catch(undefined),
  rule: z.string().optional().catch(undefined),
  actor: z.string().optional().catch(undefined),
  by: z.string().optional().catch(undefined),
  requestedBy: z.string().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  expires: z.iso.datetime().or(z.iso.date()).optional().catch(undefined),
})

const TYPES = ['refusal', 'waiver', 'approval', 'review'] as const
const isType = (type: Leaf['type']): type is LifeEvent['type'] => TYPES.some(one => one === type)

/** An entry as an event of a model's life; undefined for entries of other kinds. */
export function lifeEvent(leaf: Leaf, documents: ReadonlyMap<string, string>): LifeEvent | undefined {
  if (!isType(leaf.type)) return undefined
  const said = read(documents.get(leaf.document))
  const who = said?.actor ?? said?.by ?? said?.requestedBy ?? said?.owner
  const words = [said?.role ?? said?.rule, who === undefined ? undefined : `by ${who}`, said?.reason]
  return {
    type: leaf.type,
    at: leaf.at,
    ...(said?.expires === undefined ? {} : { until: said.expires }),
    text: words.filter(word => word !== undefined && word !== '').join(', '),
  }
}

function read(text: string | undefined) {
  try {
    return Said.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
