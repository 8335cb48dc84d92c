import { counted, listed } from '../../model/format.ts'
import type { Trust } from '../trust/trust.ts'

/** Whom a verification believes, in sentences. */
export function trustSentences({ keys = [], identities = [], log, ...others }: Trust = {}): string[] {
  const authorities = others['timestamp-authorities'] ?? []
  const root = others['trusted-root']
  return [
    ...keys.map(({ name, 'not-before': from, 'not-after': until }) => {
      const when = [...(from === undefined ? [] : [`from ${from}`]), ...(until === undefined ? [] : [`until ${until}`])]
      return `Signatures by the key ${name} count${when.length === 0 ? '' : ` ${when.join(' ')}`}.`
    }),
    ...identities.map(({ name, workflow, ref, server, runner, issuer, 'repository-ids': ids }) => {
      const where = runner === undefined ? '' : `, on a ${runner} runner`
      const of =
        ids === undefined
          ? ''
          : `, run for ${listed(
              ids.map(id => `repository ${id}`),
              ids.length,
            )}`
      return `Signatures by the workflow ${workflow} at ${ref} of ${server} (${name}) count${of}${where}, vouched for by ${issuer}.`
    }),
    ...(authorities.length === 0
      ? []
      : [`${counted(authorities.length, 'time-stamp authority', 'time-stamp authorities')} may say when.`]),
    ...(root === undefined ? [] : [`Authorities and logs of keyless signatures are those in ${root}.`]),
    ...(log === undefined ? [] : logSentences(log)),
  ]
}

function logSentences(log: NonNullable<Trust['log']>): string[] {
  const { origin, quorum, witnesses = {}, 'max-checkpoint-age-hours': age } = log
  const names = Object.keys(witnesses)
  return [
    `A certificate must be in the log ${origin}, whose key is ${log.key}.`,
    ...(names.length === 0
      ? []
      : [`${quorum} of its witnesses ${listed(names, names.length)} must have signed its head.`]),
    ...(age === undefined ? [] : [`Its head must be at most ${counted(age, 'hour')} old.`]),
  ]
}
