import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin, stripTypeScriptTypes } from 'node:module'
import { runInNewContext } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import json from '@rollup/plugin-json'
import resolve from '@rollup/plugin-node-resolve'
import { parse } from 'acorn'

/** Types are checked by tsc and only erased here; positions stay, so a stack trace points at the source's line and column. */
const stripTypes = {
  name: 'strip-types',
  transform: (code, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : null),
}

/** Comments of libraries can be read where they are from: here they would be a tenth of the weight. Every line keeps its number. */
const dropComments = {
  name: 'drop-comments',
  transform(code, id) {
    if (!id.includes('/node_modules/') || !/\.[cm]?js$/.test(id)) return null
    const comments = []
    const onComment = (_isBlock, text, start, end) => comments.push({ text, start, end })
    parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowReturnOutsideFunction: true, onComment })
    let kept = ''
    let at = 0
    for (const { text, start, end } of comments) {
      // What a bundler reads.
      if (/^\s*[#@]__/.test(text)) continue
      kept += code.slice(at, start) + (text.replace(/[^\n]/g, '') || ' ')
      at = end
    }
    return { code: kept + code.slice(at), map: null }
  },
}

/** The text that holds the WebAssembly, as it is written in the code; too long for a regular expression. */
function wasmLiteral(code) {
  const start = code.indexOf('return binaryDecode(') + 'return binaryDecode('.length
  const quote = code[start]
  if (quote !== "'" && quote !== '"') return undefined
  let end = start + 1
  while (end < code.length && code[end] !== quote) end += code[end] === '\\' ? 2 : 1
  return code.slice(start, end + 1)
}

/** The compiled HDF5 library, three quarters of what dist/ would weigh otherwise: compressed, and unpacked when it is loaded. */
const packHdf5 = {
  name: 'pack-hdf5',
  transform(code, id) {
    if (!/node_modules\/h5wasm\/.*hdf5_util\.js$/.test(id)) return null
    const literal = wasmLiteral(code)
    if (!literal) throw new Error('h5wasm no longer holds its WebAssembly in a text: look how it does now')
    const text = runInNewContext(literal)
    const packed = brotliCompressSync(Uint8Array.from(text, char => (~char.charCodeAt(0) >> 8) & char.charCodeAt(0)))
    const unpacked = `new Uint8Array(unpackHdf5(Buffer.from('${packed.toString('base64')}', 'base64')))`
    return {
      code: `import { brotliDecompressSync as unpackHdf5 } from 'node:zlib'\n${code.replace(`binaryDecode(${literal})`, () => unpacked)}`,
      map: null,
    }
  },
}

const emptyDist = { name: 'empty-dist', buildStart: () => rmSync('dist', { recursive: true, force: true }) }

const actions = readdirSync('actions', { withFileTypes: true }).filter(entry => entry.isDirectory())
const entries = Object.fromEntries(actions.map(({ name }) => [name, `actions/${name}/main.ts`]))

/** Libraries that are loaded only when they are needed, each with everything that only it needs. */
const LAZY = {
  octokit: ['octokit'],
  secretlint: ['@secretlint/core', '@secretlint/secretlint-rule-preset-recommend'],
  sigstore: ['@sigstore/bundle', '@sigstore/verify'],
  toolkit: ['@actions/core'],
  identifiers: ['stdnum'],
  accounts: ['ibantools'],
  phones: ['libphonenumber-js'],
  ciphers: ['@noble/ciphers'],
  hdf5: ['h5wasm'],
  templates: ['@huggingface/jinja'],
  schemas: ['@cfworker/json-schema'],
  parquet: ['hyparquet', 'hyparquet-compressors'],
  postgres: ['postgres'],
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const closure = (name, seen = new Set()) => {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const needed of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) closure(needed, seen)
  return seen
}
const lazy = Object.entries(LAZY).map(([chunk, roots]) => [chunk, new Set(roots.flatMap(root => [...closure(root)]))])

/** Chunks of the lazy libraries; the rest is shared out so that each entry loads nothing that it does not use. */
function chunkOf(id) {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
  const owners = lazy.filter(([, names]) => names.has(name)).map(([chunk]) => chunk)
  return owners.length === 1 ? owners[0] : undefined
}

/**
 * The toolkit's HTTP client (for OpenID tokens, which nothing here asks for) is a megabyte of undici: dropped where it is unused.
 * Nor is a built-in imported for its own sake: `node:http` alone would load Node's undici at start-up.
 */
const moduleSideEffects = id => !isBuiltin(id) && !/node_modules\/(@actions\/http-client|undici|tunnel)\//.test(id)

/** The licence of every library that went into dist/, beside it. */
const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(chunk => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
    const names = new Set(modules.flatMap(id => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []))
    const texts = [...names].sort().map(name => {
      const folder = `node_modules/${name}`
      const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
      const file = readdirSync(folder).find(each => /^(licen[cs]e|copying)/i.test(each))
      return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : 'No licence text in the package'}\n`
    })
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) })
  },
}

export default {
  treeshake: { moduleSideEffects },
  input: {
    ...entries,
    proofmark: 'src/cli/main.ts',
    'table-worker': 'src/tables/text/worker.ts',
    'parquet-worker': 'src/tables/parquet/worker.ts',
    'scan-worker': 'src/scanning/worker.ts',
    'program-worker': 'src/programs/worker.ts',
    'dvc-worker': 'src/dvc/hashing/worker.ts',
  },
  plugins: [
    emptyDist,
    packHdf5,
    dropComments,
    stripTypes,
    resolve({ preferBuiltins: true, exportConditions: ['node'] }),
    commonjs(),
    json(),
    licences,
  ],
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    hoistTransitiveImports: false,
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
  },
  // The toolkit's compiled helpers and a library's inner circles, neither of which does harm.
  onwarn: (warning, warn) =>
    ['THIS_IS_UNDEFINED', 'CIRCULAR_DEPENDENCY'].includes(warning.code) && warning.message.includes('node_modules')
      ? undefined
      : warn(warning),
}
