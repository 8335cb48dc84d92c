import type { Certificate } from '../statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import { type JudgedObject, judgedObjects } from './certified-commits.ts'

/** What a certificate that holds says of data in lakeFS. */
export interface CertifiedData {
  /** SHA-256 of the certificate's bytes. */
  readonly certificate: string
  /** For messages: the model's name and version, or its id. */
  readonly model: string
  readonly notBefore: string
  readonly notAfter: string
  readonly objects: readonly JudgedObject[]
}

export function certifiedData(certificate: string, { predicate }: Certificate): CertifiedData {
  const { model, validity, data } = predicate[CERTIFICATE_EXTENSION]
  const { notBefore, notAfter } = validity
  const called = [model.name, model.version].filter(part => part !== undefined).join(' ')
  return { certificate, model: called === '' ? model.id : called, notBefore, notAfter, objects: judgedObjects(data) }
}

/** Whether it holds at a time, both ends included. */
export const holdsAt = ({ notBefore, notAfter }: CertifiedData, now: Date): boolean =>
  now.getTime() >= Date.parse(notBefore) && now.getTime() <= Date.parse(notAfter)

/** How a certificate is named in an answer. */
export const certificateName = ({ certificate, model }: CertifiedData): string =>
  `certificate ${certificate.slice(0, 16)} of ${model}`
