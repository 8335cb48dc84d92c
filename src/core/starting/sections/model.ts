import { yamlComment, yamlScalar } from '../yaml-scalar.ts'
import { example, type Section } from './section.ts'

const ABOUT = 'The model under certification: every file that makes it up, by path, folder or * glob.'
const EXAMPLE = `
model:
  name: credit-default
  version: '1'
  files:
    - models/model.joblib`

export const model: Section = ({ model }, { name }) => {
  if (!model) return example(ABOUT, EXAMPLE)
  const others = model.others.map(({ path }) => path).join(', ')
  return [
    ...yamlComment(ABOUT),
    'model:',
    `  name: ${yamlScalar(name)}`,
    "  version: '1'",
    '  files:',
    ...model.files.map(({ path }) => `    - ${yamlScalar(path)}`),
    ...(others === '' ? [] : yamlComment(`Left out, as they are named for other models: ${others}`, '    ')),
  ]
}
