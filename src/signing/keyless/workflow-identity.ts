import type { WorkflowIdentity } from '../../core/record/trust/workflow-identity.ts'
import { DerError, readDer } from '../timestamps/der.ts'

/** An extension of a certificate, as @sigstore/verify gives them. */
interface Extension {
  readonly oid?: { readonly id: readonly number[] } | undefined
  readonly value: Uint8Array
}

const FULCIO = '1.3.6.1.4.1.57264.1.'

/** What a certificate of Fulcio says of the workflow it was given to. */
export function workflowIdentity(subject: string, extensions: readonly Extension[]): WorkflowIdentity {
  const value = (field: keyof WorkflowIdentity, number: number) => {
    const text = textOf(extensions, `${FULCIO}${number}`)
    return text === undefined ? {} : { [field]: text }
  }
  return {
    subject,
    ...value('issuer', 8),
    ...value('buildSigner', 9),
    ...value('runner', 11),
    ...value('repository', 12),
    ...value('commit', 13),
    ...value('ref', 14),
    ...value('repositoryId', 15),
    ...value('trigger', 20),
    ...value('run', 21),
  }
}

/** From .8 on values are a UTF8String in DER, not the bare bytes that the older extensions hold; one that stands there twice is none. */
function textOf(extensions: readonly Extension[], oid: string): string | undefined {
  const [found, ...more] = extensions.filter(({ oid: its }) => its?.id.join('.') === oid)
  if (found === undefined || more.length > 0) return undefined
  try {
    const { tag, content } = readDer(found.value)
    return tag === 0x0c ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) : undefined
  } catch (error) {
    if (error instanceof DerError || error instanceof TypeError) return undefined
    throw error
  }
}
