import { readBundle } from '../record/statement/bundle.ts'
import { payloadOf } from '../record/statement/envelope.ts'
import { readStatement } from '../record/statement/read-statement.ts'
import type { Refusal } from '../record/statement/refusal.ts'

/** Why a model was refused. */
export interface RefusalFacts {
  readonly name: string | undefined
  readonly version: string | undefined
  readonly verdict: Refusal['predicate']['verdict']
  /** The rules that were not met. */
  readonly rules: Refusal['predicate']['rules']
  readonly run: string | undefined
}

/** The refusal that a signed text holds, its signature not looked at; undefined where it is none. */
export function refusalFacts(text: string): RefusalFacts | undefined {
  const read = readBundle(text)
  if ('reason' in read) return undefined
  const { dsseEnvelope } = read.bundle
  const statement = readStatement(payloadOf(dsseEnvelope), dsseEnvelope.payloadType)
  if (statement.kind !== 'refusal') return undefined
  const { verdict, rules, model, source } = statement.statement.predicate
  return {
    name: model.name,
    version: model.version,
    verdict,
    rules: rules.filter(({ status }) => status !== 'passed' && status !== 'waived'),
    run: source.run,
  }
}
