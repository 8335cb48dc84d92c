import type { Document, Selection, Value } from './parse.ts'
import { bare, schema } from './schema.ts'

/** A complaint as GitHub words it. */
export interface Complaint {
  readonly message: string
  readonly type?: string
  readonly path?: readonly string[]
  readonly extensions?: Readonly<Record<string, string>>
}

/** What GitHub has against a document and its variables before it carries anything out. `without` are fields that an older server lacks. */
export function graphqlProblems(
  document: Document,
  given: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
): Complaint[] {
  const problems: Complaint[] = []
  const used = new Set<string>()

  function select(selection: Selection, typeName: string, path: readonly string[]): void {
    const type = schema.types[typeName]
    for (const { alias, name, values, selection: below } of selection.fields) {
      const at = [...path, alias]
      if (name === '__typename') continue
      const field = without.includes(`${typeName}.${name}`) ? undefined : type?.fields?.[name]
      if (field === undefined) {
        const extensions = { code: 'undefinedField', typeName, fieldName: name }
        problems.push({ path: at, extensions, message: `Field '${name}' doesn't exist on type '${typeName}'` })
        continue
      }
      for (const [argument, value] of Object.entries(values)) {
        const expected = field.args[argument]
        if (expected === undefined) {
          const extensions = { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName: argument }
          problems.push({ path: at, extensions, message: `Field '${name}' doesn't accept argument '${argument}'` })
        } else check(value, expected, at)
      }
      for (const [argument, expected] of Object.entries(field.args)) {
        if (expected.endsWith('!') && !(argument in values)) {
          const extensions = { code: 'missingRequiredArguments', className: 'Field', name, arguments: argument }
          problems.push({
            path: at,
            extensions,
            message: `Field '${name}' is missing required arguments: ${argument}`,
          })
        }
      }
      const isLeaf = schema.leaves.includes(bare(field.type))
      if (isLeaf !== (below === undefined)) {
        const found = isLeaf ? 'Selections can not be made on scalars' : 'Field must have selections'
        problems.push({ path: at, extensions: { code: 'selectionMismatch' }, message: `${found} (field '${name}')` })
      } else if (below !== undefined) select(below, bare(field.type), at)
    }
    for (const { type: narrowed, selection: below } of selection.on) narrow(narrowed, below, typeName, path)
    for (const spread of selection.spreads) {
      const fragment = document.fragments[spread]
      if (fragment === undefined) problems.push({ path, message: `Fragment ${spread} was used, but not defined` })
      else narrow(fragment.type, fragment.selection, typeName, path)
    }
  }

  function narrow(narrowed: string, below: Selection, typeName: string, path: readonly string[]): void {
    const fits = narrowed === typeName || schema.types[typeName]?.possible?.includes(narrowed) === true
    if (fits) select(below, narrowed, path)
    else problems.push({ path, message: `Fragment on ${narrowed} can't be spread inside ${typeName}` })
  }

  function check(value: Value, expected: string, path: readonly string[]): void {
    if (!('variable' in value)) return
    used.add(value.variable)
    const declared = document.variables[value.variable]
    if (declared === undefined) {
      problems.push({ path, message: `Variable $${value.variable} is used but not declared` })
    } else if (declared !== expected && declared !== `${expected}!`) {
      problems.push({
        path,
        extensions: { code: 'variableMismatch' },
        message: `Type mismatch on variable $${value.variable} and argument (${declared} / ${expected})`,
      })
    }
  }

  select(document.selection, document.operation === 'query' ? 'Query' : 'Mutation', [document.operation])
  const spreads = JSON.stringify([document.selection, document.fragments])
  for (const name of Object.keys(document.fragments)) {
    if (!spreads.includes(`"spreads":["${name}"`))
      problems.push({ message: `Fragment ${name} was defined, but not used` })
  }
  for (const [name, type] of Object.entries(document.variables)) {
    if (!used.has(name)) problems.push({ message: `Variable $${name} is declared by the operation but not used` })
    const wrong = valueProblem(given[name], type, name)
    if (wrong !== undefined) {
      problems.push({ message: `Variable $${name} of type ${type} was provided invalid value for ${wrong}` })
    }
  }
  for (const name of Object.keys(given)) {
    if (document.variables[name] === undefined) problems.push({ message: `Variable $${name} was not declared` })
  }
  return problems
}

/** Where a value is not what its type says: `expectedHeadOid (Expected value to not be null)`. */
function valueProblem(value: unknown, type: string, at: string): string | undefined {
  if (value === undefined || value === null) {
    return type.endsWith('!') ? `${at} (Expected value to not be null)` : undefined
  }
  const some = type.replace(/!$/, '')
  if (some.startsWith('[')) {
    if (!Array.isArray(value)) return `${at} (Expected a list)`
    for (const [i, item] of value.entries()) {
      const wrong = valueProblem(item, some.slice(1, -1), `${at}.${i}`)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
  const inputs = schema.types[some]?.inputs
  if (inputs === undefined) {
    if (typeof value !== 'string') return `${at} (Could not coerce value ${JSON.stringify(value)} to ${some})`
    if (some === 'GitObjectID' && !/^[0-9a-f]{40}$/.test(value)) return `${at} (${value} is not a valid GitObjectID)`
    if (some === 'Base64String' && Buffer.from(value, 'base64').toString('base64') !== value) {
      return `${at} (not valid Base64)`
    }
    return undefined
  }
  if (typeof value !== 'object') return `${at} (Expected an object)`
  for (const key of Object.keys(value)) {
    if (!(key in inputs)) return `${at}.${key} (Field is not defined on ${some})`
  }
  const entries = new Map<string, unknown>(Object.entries(value))
  for (const [key, expected] of Object.entries(inputs)) {
    const wrong = valueProblem(entries.get(key), expected, key)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
