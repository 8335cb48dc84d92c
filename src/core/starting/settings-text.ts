import type { Found } from './found.ts'
import { certify } from './sections/certify.ts'
import { data } from './sections/data.ts'
import { drift } from './sections/drift.ts'
import { model } from './sections/model.ts'
import { policy } from './sections/policy.ts'
import { record } from './sections/record.ts'
import type { SettingsFacts } from './sections/section.ts'
import { security } from './sections/security.ts'
import { yamlComment } from './yaml-scalar.ts'

const SECTIONS = [model, data, certify, security, drift, record, policy]

/** A starting proofmark.yml: the sections that material was found for, the others as comments to fill in. `schema` is where its JSON Schema lies, for editors. */
export function settingsText(found: Found, facts: SettingsFacts & { readonly schema?: string | undefined }): string {
  const head = [
    ...(facts.schema === undefined ? [] : [`# yaml-language-server: $schema=${facts.schema}`]),
    ...yamlComment('What Proofmark checks, and what must hold. Every path is relative to this file.'),
    ...yamlComment(
      '`proofmark init` wrote it from the files it found: read it once, and correct what it took wrongly.',
    ),
  ]
  return `${[head, ...SECTIONS.map(section => section(found, facts))].map(lines => lines.join('\n')).join('\n\n')}\n`
}
