import { yamlComment, yamlScalar } from '../yaml-scalar.ts'
import { example, type Section } from './section.ts'

const ABOUT = 'What to scan besides the model files: dependencies, notebooks, folders of source.'
const EXAMPLE = `
security:
  paths:
    - requirements.txt`

export const security: Section = ({ dependencies }) => {
  if (dependencies.length === 0) return example(ABOUT, EXAMPLE)
  return [...yamlComment(ABOUT), 'security:', '  paths:', ...dependencies.map(path => `    - ${yamlScalar(path)}`)]
}
