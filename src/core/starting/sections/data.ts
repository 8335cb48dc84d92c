import { yamlComment, yamlScalar } from '../yaml-scalar.ts'
import { example, type Section } from './section.ts'

const ABOUT = 'Tables to validate, and the contract that says what they must look like (ODCS v3.1).'
const EXAMPLE = `
data:
  files:
    - data/applications.csv
  contract: contract.odcs.yaml`

export const data: Section = ({ data }, { contract }) => {
  if (!data) return example(ABOUT, EXAMPLE)
  return [
    ...yamlComment(ABOUT),
    'data:',
    '  files:',
    `    - ${yamlScalar(data.path)}`,
    `  contract: ${yamlScalar(contract)}`,
  ]
}
