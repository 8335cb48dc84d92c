import { readdirSync, rmSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import commonjs from '@rollup/plugin-commonjs'
import json from '@rollup/plugin-json'
import resolve from '@rollup/plugin-node-resolve'

/** Types are checked by tsc and only erased here; positions stay, so a stack trace points at the source's line and column. */
const stripTypes = {
  name: 'strip-types',
  transform: (code, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : null),
}

const emptyDist = { name: 'empty-dist', buildStart: () => rmSync('dist', { recursive: true, force: true }) }

const actions = readdirSync('actions', { withFileTypes: true }).filter(entry => entry.isDirectory())
const entries = Object.fromEntries(actions.map(({ name }) => [name, `actions/${name}/main.ts`]))

export default {
  input: { ...entries, proofmark: 'src/cli/main.ts' },
  plugins: [emptyDist, stripTypes, resolve({ preferBuiltins: true, exportConditions: ['node'] }), commonjs(), json()],
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    hoistTransitiveImports: false,
  },
}
