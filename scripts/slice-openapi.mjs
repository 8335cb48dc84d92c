/**
 * Writes test/harness/openapi.json: what GitHub's own OpenAPI description says of the operations we use.
 *
 *   node scripts/slice-openapi.mjs [FOLDER]
 *
 * FOLDER holds an installed @octokit/openapi (385 MB, hence no dependency of ours); without one it is installed into a
 * temporary folder and removed again.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = '@octokit/openapi@23.0.2'

const OPERATIONS = [
  'checks/create',
  'checks/get',
  'checks/list-annotations',
  'checks/list-for-ref',
  'checks/update',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tag',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tag',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/update',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-reviews',
  'repos/create-deployment',
  'repos/create-deployment-status',
  'repos/create-release',
  'repos/delete-release',
  'repos/delete-release-asset',
  'repos/get-commit',
  'repos/get-content',
  'repos/get-release',
  'repos/get-release-asset',
  'repos/list-deployment-statuses',
  'repos/list-deployments',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-release-assets',
  'repos/list-releases',
  'repos/update-release',
  'repos/upload-release-asset',
  'teams/get-by-name',
  'teams/get-membership-for-user-in-org',
]

const given = process.argv[2]
const folder = given ?? mkdtempSync(join(tmpdir(), 'openapi-'))
if (given === undefined) execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, PACKAGE])

const generated = join(folder, 'node_modules/@octokit/openapi/generated')
const read = edition => JSON.parse(readFileSync(join(generated, `${edition}.json`), 'utf8'))
const editions = readdirSync(generated)
  .filter(name => name.endsWith('.json') && !name.endsWith('.deref.json'))
  .map(name => name.slice(0, -'.json'.length))
  .sort()

const operationsOf = api =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  )

const github = read('api.github.com')
const available = Object.fromEntries(
  editions.map(edition => [edition, new Set(operationsOf(read(edition)).map(({ operationId }) => operationId))]),
)

const deref = value =>
  value?.$ref === undefined
    ? value
    : value.$ref
        .slice(2)
        .split('/')
        .reduce((node, key) => node[key], github)

const DOCUMENTATION = new Set(['description', 'title', 'example', 'examples', 'externalDocs'])
const needed = new Map()

/** The schema without its documentation; every schema it refers to is kept too. */
function lean(schema) {
  if (Array.isArray(schema)) return schema.map(lean)
  if (schema === null || typeof schema !== 'object') return schema
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1)
    if (!needed.has(name)) {
      needed.set(name, null)
      needed.set(name, lean(deref(schema)))
    }
    return { $ref: `github#/schemas/${name}` }
  }
  if (schema.nullable !== undefined) return nullable(schema)
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !DOCUMENTATION.has(key) && !key.startsWith('x-'))
      .map(([key, value]) => [
        key,
        key === 'properties' || key === 'patternProperties'
          ? Object.fromEntries(Object.entries(value).map(([name, property]) => [name, lean(property)]))
          : key === 'enum' || key === 'default' || key === 'required'
            ? value
            : lean(value),
      ]),
  )
}

/** OpenAPI 3.0 says `nullable` where JSON Schema allows the type null. */
function nullable({ nullable: allowed, ...schema }) {
  const plain = lean(schema)
  return allowed ? { anyOf: [plain, { type: 'null' }] } : plain
}

const jsonOf = content => {
  const schema = content?.['application/json']?.schema
  return schema === undefined ? null : lean(schema)
}

const operations = Object.fromEntries(
  OPERATIONS.map(id => {
    const operation = operationsOf(github).find(({ operationId }) => operationId === id)
    if (operation === undefined) throw new Error(`Expected GitHub's description to have ${id} but found none`)
    const responses = Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, response]) => [status, jsonOf(deref(response).content)])
    return [
      id,
      {
        method: operation.method,
        path: operation.path,
        editions: editions.filter(edition => available[edition].has(id)),
        parameters: (operation.parameters ?? []).map(deref).map(({ name, in: where, required = false, schema }) => ({
          name,
          in: where,
          required,
          schema: lean(schema),
        })),
        body: jsonOf(operation.requestBody?.content),
        responses: Object.fromEntries(responses),
      },
    ]
  }),
)

/** One line per entry: small, and a new version shows as a readable difference. */
const lines = entries =>
  `{\n${entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}`
// The prose of repos/upload-release-asset has a state that its schema leaves out.
needed.get('release-asset').properties.state.enum.push('starter')
const schemas = [...needed].sort(([a], [b]) => (a < b ? -1 : 1))

writeFileSync(
  new URL('../test/harness/openapi.json', import.meta.url),
  `{\n"source": ${JSON.stringify(PACKAGE)},\n"operations": ${lines(Object.entries(operations))},\n"schemas": ${lines(schemas)}\n}\n`,
)
if (given === undefined) rmSync(folder, { recursive: true })
