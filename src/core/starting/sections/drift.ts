import { yamlComment, yamlScalar } from '../yaml-scalar.ts'
import { example, type Section } from './section.ts'

const ABOUT = 'The table the model was built on, and the one to compare with it.'
const EXAMPLE = `
drift:
  reference: data/train.csv
  current: data/current.csv
  ignore: [id]`

export const drift: Section = ({ comparison }) => {
  if (!comparison) return example(ABOUT, EXAMPLE)
  const { reference, current, others, ignore } = comparison
  const more = others.map(({ path }) => path).join(', ')
  return [
    ...yamlComment(ABOUT),
    'drift:',
    `  reference: ${yamlScalar(reference.path)}`,
    `  current: ${yamlScalar(current.path)}`,
    ...(more === '' ? [] : yamlComment(`Could be the current table too: ${more}`, '  ')),
    ...(ignore.length === 0
      ? []
      : [
          ...yamlComment('Identifiers, times and empty columns have no distribution to compare', '  '),
          '  ignore:',
          ...ignore.map(name => `    - ${yamlScalar(name)}`),
        ]),
  ]
}
