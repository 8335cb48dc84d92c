import type { Trust } from '../../trust/trust.ts'
import type { Change } from './change.ts'
import { cannotTell, differs, higherIsStronger, listChanges, lowerIsStronger } from './ordered.ts'

const BELIEVED = { added: 'weaker', removed: 'stronger' } as const

/** How two policies differ in whom they believe: to believe more is to ask for less. */
export function trustChanges(from: Trust = {}, to: Trust = {}): Change[] {
  const { quorum, 'max-checkpoint-age-hours': age, ...log } = from.log ?? {}
  const { quorum: newQuorum, 'max-checkpoint-age-hours': newAge, ...newLog } = to.log ?? {}
  const authorities = 'timestamp-authorities'
  return [
    ...listChanges(from.keys ?? [], to.keys ?? [], ({ name }) => `trusted key ${name}`, BELIEVED),
    ...listChanges(from.identities ?? [], to.identities ?? [], ({ name }) => `trusted identity ${name}`, BELIEVED),
    ...listChanges(from[authorities] ?? [], to[authorities] ?? [], () => 'a trusted time-stamp authority', BELIEVED),
    ...differs('trust.trusted-root', from['trusted-root'], to['trusted-root'], cannotTell),
    ...differs('trust.log', from.log && log, to.log && newLog, (_, now) => (now === undefined ? 'weaker' : 'unknown')),
    ...differs('quorum of trust.log', quorum, newQuorum, higherIsStronger),
    ...differs('max-checkpoint-age-hours of trust.log', age, newAge, lowerIsStronger),
  ]
}
