/**
 * Writes test/harness/graphql.json: what GitHub's own GraphQL schema says of the types we use.
 *
 *   node scripts/slice-graphql.mjs [FOLDER]
 *
 * FOLDER holds an installed @octokit/graphql-schema (7 MB, hence no dependency of ours); without one it is installed into a
 * temporary folder and removed again.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = '@octokit/graphql-schema@15.26.1'

/** Types that are kept, with all their fields. A field of another type can be named, but nothing can be asked of it. */
const TYPES = ['Query', 'Mutation', 'Repository', 'GitObject', 'Blob', 'Commit', 'Ref', 'CreateCommitOnBranchPayload']
/** Inputs are kept with all that they refer to. */
const INPUTS = ['CreateCommitOnBranchInput']

const given = process.argv[2]
const folder = given ?? mkdtempSync(join(tmpdir(), 'graphql-'))
if (given === undefined) execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, PACKAGE])
const schema = JSON.parse(readFileSync(join(folder, 'node_modules/@octokit/graphql-schema/schema.json'), 'utf8'))
const types = new Map((schema.__schema ?? schema.data.__schema).types.map(type => [type.name, type]))

/** As a schema writes it: `[FileAddition!]`. */
const written = ({ kind, name, ofType }) =>
  kind === 'NON_NULL' ? `${written(ofType)}!` : kind === 'LIST' ? `[${written(ofType)}]` : name
const nameOf = type => type.name ?? nameOf(type.ofType)
const inputs = values => Object.fromEntries(values.map(({ name, type }) => [name, written(type)]))

const kept = {}
for (const name of TYPES) {
  const { kind, fields, possibleTypes } = types.get(name)
  kept[name] = {
    kind,
    fields: Object.fromEntries(
      fields.map(field => [field.name, { type: written(field.type), args: inputs(field.args) }]),
    ),
    ...(kind === 'INTERFACE' ? { possible: possibleTypes.map(type => type.name) } : {}),
  }
}
const waiting = [...INPUTS]
for (const name of waiting) {
  const { kind, inputFields } = types.get(name)
  kept[name] = { kind, inputs: inputs(inputFields) }
  for (const { type } of inputFields) {
    const next = nameOf(type)
    if (types.get(next).kind === 'INPUT_OBJECT' && !waiting.includes(next)) waiting.push(next)
  }
}
// The fields that are asked for; all of them would be a megabyte.
const only = (type, names) => {
  const { fields } = kept[type]
  kept[type].fields = Object.fromEntries(names.map(name => [name, fields[name]]))
}
only('Query', ['repository'])
only('Mutation', ['createCommitOnBranch'])
only('Repository', ['id', 'name', 'nameWithOwner', 'object', 'ref', 'isPrivate'])
only('Commit', ['id', 'oid', 'message', 'file', 'url', 'committedDate'])

only('Ref', ['id', 'name', 'prefix', 'target'])

// Leaves: a selection may end there.
const used = new Set(JSON.stringify(kept).match(/\w+/g))
const leaves = [...types.values()]
  .filter(({ kind, name }) => (kind === 'SCALAR' || kind === 'ENUM') && used.has(name))
  .map(({ name }) => name)
const lines = Object.entries(kept).map(([name, type]) => `  ${JSON.stringify(name)}: ${JSON.stringify(type)}`)
writeFileSync(
  new URL('../test/harness/graphql.json', import.meta.url),
  `{\n"source": ${JSON.stringify(PACKAGE)},\n"leaves": ${JSON.stringify(leaves)},\n"types": {\n${lines.join(',\n')}\n}}\n`,
)
if (given === undefined) rmSync(folder, { recursive: true, force: true })
