// Measures one table in a process of its own, and says what it is at: node ask-slowly.ts FOLDER ADDRESS
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allEngines } from '../../../src/engines/all-engines.ts'
import { engineTables } from '../../../src/engines/engine-tables.ts'
import { localTables } from '../../../src/tables/local-tables.ts'
import { judged } from './judged.ts'

const [root = '', address = ''] = process.argv.slice(2)
const tables = engineTables(localTables(root, 1), {
  engines: allEngines({ root }, {}),
  progress: message => console.log(message),
})
await judged(tables, address, { name: 'c.odcs.yaml', text: readFileSync(join(root, 'c.odcs.yaml'), 'utf8') })
