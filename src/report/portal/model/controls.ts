import type { ElementContent } from 'hast'
import { controlsOfModel } from '../../../core/portal/controls-of-model.ts'
import type { Portal, PortalModel } from '../../../core/portal/portal.ts'
import { controlsList } from '../../html/controls.ts'

/** Which controls the model's evidence and record support, framework by framework. */
export const controlsPart = (model: PortalModel, now: Portal['now']): ElementContent[] =>
  controlsList(controlsOfModel(model, now))
