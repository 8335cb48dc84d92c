import { z } from 'zod'
import type { Property } from '../../tables/contract/property.ts'
import { UserError } from '../../user-error.ts'
import type { BoundMethod } from './define-method.ts'
import * as methods from './methods/index.ts'

/** Name of the custom property of an ODCS column that says how it is pseudonymised. */
export const PROPERTY = 'proofmarkTokenize'

const CustomProperties = z.array(z.looseObject({ property: z.string(), value: z.unknown() })).nullish()
const Declaration = z.union([z.string().transform(method => ({ method })), z.looseObject({ method: z.string() })])

/** How the contract wants a column pseudonymised: a method's id, or a map of `method` and its options; undefined where it says nothing. `contract` names the file, for messages. */
export function declaredMethod(property: Property, contract: string): BoundMethod | undefined {
  const refuse = (expected: string, found: string) =>
    new UserError(
      'tokenize.declaration',
      `Expected ${PROPERTY} of ${property.name} to ${expected} but found ${found} (${contract})`,
      {
        file: contract,
        hint: `Methods: ${Object.values(methods)
          .map(({ id }) => id)
          .join(', ')}`,
      },
    )
  const read = CustomProperties.safeParse(property.customProperties)
  if (!read.success) {
    // Another tool's properties are not ours to judge, unless ours is among them and would go unread.
    if (JSON.stringify(property.customProperties)?.includes(PROPERTY))
      throw refuse('be an item of a list, with property and value', 'another shape')
    return undefined
  }
  const ours = (read.data ?? []).filter(each => each.property === PROPERTY)
  const [declared] = ours
  if (!declared) return undefined
  if (ours.length > 1) throw refuse('be given once', String(ours.length))
  const declaration = Declaration.safeParse(declared.value)
  if (!declaration.success) throw refuse('name a method', 'none')
  const { method: id, ...options } = declaration.data
  const method = Object.values(methods).find(each => each.id === id)
  if (!method) throw refuse('name a method', `'${id}'`)
  const bound = method.bind(options)
  if ('faults' in bound) throw refuse(`have the options of ${id}`, bound.faults.join('; '))
  return bound
}
