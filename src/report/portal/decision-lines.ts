import type { PortalModel } from '../../core/portal/portal.ts'
import { shown } from '../html/text.ts'
import { toModel } from './to-model.ts'

/** What was refused and what was taken back, with the reasons that the log keeps. */
export function decisionLines(model: PortalModel) {
  return [
    ...model.refusals.map(({ at, version, facts }) => ({
      at,
      cells: [
        toModel(model),
        `Refusal of version ${shown(version, 40)}`,
        shown(facts?.rules.map(({ title, reason }) => `${title}: ${reason}`).join('; ') ?? 'not kept in the log', 400),
      ],
    })),
    ...model.certificates.flatMap(({ revocation, version }) =>
      revocation
        ? [
            {
              at: revocation.at,
              cells: [
                toModel(model),
                `Revocation of a certificate of version ${shown(version, 40)}`,
                shown(`${revocation.reason}${revocation.by === undefined ? '' : `, by ${revocation.by}`}`, 400),
              ],
            },
          ]
        : [],
    ),
  ]
}
