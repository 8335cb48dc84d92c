import { yamlComment } from '../yaml-scalar.ts'
import type { Section } from './section.ts'

export const record: Section = () => [
  ...yamlComment(
    'The key that signs: make it with `proofmark keygen`, never commit it. The workflow takes it from a secret.',
  ),
  'record:',
  '  key: proofmark.key',
]
