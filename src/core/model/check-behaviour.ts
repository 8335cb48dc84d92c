import type { Check } from '../evidence.ts'
import * as behaviours from './behaviour/index.ts'
import type { Observed } from './behaviour.ts'

/** Every question about how the model behaves. Asked more than once: see `showRows`. */
export const checkBehaviour = (observed: Observed): Check[] =>
  Object.values(behaviours).flatMap(behaviour => behaviour.check(observed))
