import type { ElementContent } from 'hast'
import type { EvidenceLink } from '../../../core/controls/control-status.ts'
import { evidenceFile } from '../../../core/evidence.ts'
import { controlsOfModel } from '../../../core/portal/controls-of-model.ts'
import type { Portal, PortalModel } from '../../../core/portal/portal.ts'
import { controlsList } from '../../html/controls.ts'
import { certificateAnchor } from './certificates.ts'
import { evidenceAnchor } from './evidence.ts'

/** Which controls the model's evidence and record support, framework by framework; each leads to what supports it. */
export const controlsPart = (model: PortalModel, now: Portal['now']): ElementContent[] =>
  controlsList(controlsOfModel(model, now), { hrefOf: link => hrefOf(link, model) })

/** The line of the evidence or of the certificate; of other entries of the log the list of what happened. */
function hrefOf({ file }: EvidenceLink, { evidence, certificates }: PortalModel): string {
  const gate = evidence.find(one => evidenceFile(one.gate) === file)?.gate
  if (gate !== undefined) return `#${evidenceAnchor(gate)}`
  const sha256 = file.replace(/^log:sha256:/, '')
  return certificates.some(one => one.sha256 === sha256) ? `#${certificateAnchor(sha256)}` : '#story'
}
