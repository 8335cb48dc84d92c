import { z } from 'zod'
import { Certificate } from './certificate.ts'
import { REFUSAL, STATEMENT_PAYLOAD, VERIFICATION_SUMMARY } from './identifiers.ts'
import { readJson } from './read-json.ts'
import { Refusal } from './refusal.ts'

/** A signed payload as one of our statements, or why it is none. */
export type Statement =
  | { readonly kind: 'certificate'; readonly statement: Certificate }
  | { readonly kind: 'refusal'; readonly statement: Refusal }
  | { readonly kind: 'unknown'; readonly reason: string }

const Typed = z.object({ predicateType: z.string() })

/** Reads a verified payload. The caller has checked its signature; nothing else about it is taken on trust. */
export function readStatement(payload: Uint8Array, payloadType: string): Statement {
  if (payloadType !== STATEMENT_PAYLOAD) return unknown(`a payload of type ${STATEMENT_PAYLOAD}`, payloadType)
  const value = readJson(payload)
  const predicateType = Typed.safeParse(value).data?.predicateType
  switch (predicateType) {
    case VERIFICATION_SUMMARY: {
      const read = Certificate.safeParse(value)
      return read.success ? { kind: 'certificate', statement: read.data } : unknown('a certificate', first(read.error))
    }
    case REFUSAL: {
      const read = Refusal.safeParse(value)
      return read.success ? { kind: 'refusal', statement: read.data } : unknown('a refusal', first(read.error))
    }
    default:
      return unknown(`a statement of type ${VERIFICATION_SUMMARY}`, predicateType ?? 'none')
  }
}

const unknown = (expected: string, found: string): Statement => ({
  kind: 'unknown',
  reason: `Expected ${expected} but found ${found}`,
})

const first = ({ issues: [issue] }: z.ZodError) =>
  `one whose ${issue?.path.join('.') || 'form'} is wrong: ${issue?.message}`
