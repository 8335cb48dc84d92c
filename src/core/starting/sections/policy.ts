import { GATES, type GateName } from '../../evidence.ts'
import type { Found } from '../found.ts'
import { yamlComment } from '../yaml-scalar.ts'
import { example, type Section } from './section.ts'

const ABOUT = 'What a certificate requires. In a pull request it is read from the base branch.'
const EXAMPLE = `
policy:
  require: [${GATES.join(', ')}]
  validity-days: 90`

export const policy: Section = found => {
  const isConfigured = configured(found)
  const gates = GATES.filter(gate => isConfigured[gate])
  if (gates.length === 0) return example(`${ABOUT} Unless it says otherwise: all four gates.`, EXAMPLE)
  const missing = GATES.filter(gate => !isConfigured[gate])
  return [
    ...yamlComment(ABOUT),
    'policy:',
    '  require:',
    ...gates.map(gate => `    - ${gate}`),
    ...missing.map(gate => `    # - ${gate}: fill in its section first`),
    '  validity-days: 90',
  ]
}

const configured = ({ data, predictions, model, dependencies, comparison }: Found): Record<GateName, boolean> => ({
  'data-validate': data !== undefined,
  'model-certify': predictions !== undefined,
  'security-scan': model !== undefined || dependencies.length > 0,
  'drift-compare': comparison !== undefined,
})
