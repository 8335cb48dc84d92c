import type { Check } from '../core/evidence.ts'
import { cardCheck } from '../core/model/card/card-check.ts'
import { declaredCard } from '../core/model/card/declared-card.ts'
import { certify } from '../core/model/certify.ts'
import { fingerprint, type Holdout } from '../core/model/holdout/fingerprint.ts'
import { looksCheck } from '../core/model/holdout/looks-check.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { allFiles } from './certify-files.ts'
import { earlierLooks } from './earlier-looks.ts'
import { judgeAnchor } from './judge-anchor.ts'
import { locateRows } from './locate-rows.ts'
import { prepareCertify } from './prepare-certify.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Decides by row-level predictions whether the model meets what is claimed of it. */
export const modelCertify = {
  gate: 'model-certify',
  async find(given, ports, out) {
    const { settings, certifying, readings, prepared, files, collected, demands } = await prepareCertify(
      given,
      ports,
      out,
    )
    const { task, claims } = demands
    const { checks, result } = certify(collected, demands)
    const { challenger } = files
    const anchored = await judgeAnchor(challenger, { task, claims, settings, reading: readings.task }, ports)
    const rows = challenger.collected.predictions
    const holdout = rows && fingerprint(rows.ids)
    const { card } = given.model
    const read = [...allFiles(files), ...anchored.files]
    return {
      materials: [...read.map(({ material }) => material), ...prepared.materials],
      checks: [
        ...(await locateRows([...checks, ...anchored.checks], read)),
        ...(holdout ? await looksChecks(holdout, challenger.material.digest.sha256, certifying, ports) : []),
        ...(card ? [cardCheck(card)] : []),
      ],
      result: {
        ...result,
        ...(card ? { card: declaredCard(card, given.model) } : {}),
        ...(holdout ? { holdout } : {}),
        ...(prepared.predicting ? { predicting: prepared.predicting } : {}),
      },
    }
  },
} satisfies GateCommand<'model-certify'>

async function looksChecks(
  holdout: Holdout,
  predictions: string,
  { looks }: Settings['certify'],
  { files }: Ports,
): Promise<Check[]> {
  if (!looks) return []
  const earlier = await earlierLooks(looks.earlier ?? [], files)
  return [looksCheck(holdout, { predictions, earlier, most: looks.most })]
}
