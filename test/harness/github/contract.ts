import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

/** One operation of GitHub's own OpenAPI description, as scripts/slice-openapi.mjs has cut it out. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  /** Editions that have it: api.github.com, ghec, ghes-3.17 … */
  readonly editions: readonly string[]
  readonly parameters: readonly { name: string; in: 'path' | 'query'; required: boolean; schema: object }[]
  readonly body: object | null
  readonly responses: Readonly<Record<string, object | null>>
}

interface Description {
  readonly operations: Readonly<Record<string, Omit<Operation, 'id'>>>
  readonly schemas: object
}

const description: Description = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))

export const operations: readonly Operation[] = Object.entries(description.operations).map(([id, operation]) => ({
  ...operation,
  id,
}))

// Dates and addresses are checked; a query's text counts as the number it spells.
const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false }).addSchema({
  $id: 'github',
  schemas: description.schemas,
})
const lenient = new Ajv({ strict: false, coerceTypes: true }).addSchema({ $id: 'github', schemas: description.schemas })
formats.default(ajv)
formats.default(lenient)

const literals = (path: string) => path.split('/').filter(part => !part.startsWith('{')).length

/** Values of a path may hold slashes where GitHub takes a ref or a file. */
const routes = operations
  .map(operation => ({
    operation,
    pattern: new RegExp(
      `^${operation.path.replace(/\{(\w+)\}/g, (_, name) => (name === 'ref' || name === 'path' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`))}$`,
    ),
  }))
  .sort((a, b) => literals(b.operation.path) - literals(a.operation.path))

/** The operation a request is for, and the values in its path. */
export function match(
  method: string,
  pathname: string,
): { operation: Operation; values: Record<string, string> } | undefined {
  for (const { operation, pattern } of routes) {
    const found = operation.method === method ? pattern.exec(pathname) : null
    if (found) {
      const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
      return { operation, values: Object.fromEntries(values) }
    }
  }
  return undefined
}

const compiled = new Map<object, ValidateFunction>()
function problem(validator: Ajv, schema: object, value: unknown, name: string): string | undefined {
  const validate = compiled.get(schema) ?? validator.compile(schema)
  compiled.set(schema, validate)
  return validate(value) ? undefined : validator.errorsText(validate.errors, { dataVar: name })
}

/** What GitHub's description has against a request, if anything. */
export function requestProblem(operation: Operation, query: URLSearchParams, body: unknown): string | undefined {
  const known = operation.parameters.filter(parameter => parameter.in === 'query')
  for (const [name, value] of query) {
    const parameter = known.find(candidate => candidate.name === name)
    if (parameter === undefined) return `Query parameter '${name}' is not one of ${operation.id}'s`
    const found = problem(lenient, wrapped(parameter.schema), { value }, name)
    if (found !== undefined) return found
  }
  const missing = known.find(parameter => parameter.required && !query.has(parameter.name))
  if (missing !== undefined) return `Query parameter '${missing.name}' is missing`
  return operation.body === null ? undefined : problem(ajv, operation.body, body, 'body')
}

/** Ajv coerces a property, not a bare value. */
const wrappers = new Map<object, object>()
function wrapped(schema: object): object {
  const wrapper = wrappers.get(schema) ?? { type: 'object', properties: { value: schema } }
  wrappers.set(schema, wrapper)
  return wrapper
}

/** Where the emulation's answer differs from what GitHub says it answers. */
export function responseProblem(operation: Operation, status: number, body: unknown): string | undefined {
  if (status >= 300) return undefined
  const schema = operation.responses[status]
  if (schema === undefined) return `${operation.id} does not answer ${status}`
  return schema === null ? undefined : problem(ajv, schema, body, operation.id)
}
