#!/usr/bin/env node
import { oldNode } from './old-node.ts'

const found = oldNode(process.versions.node)
if (found === undefined) {
  const { program } = await import('./program.ts')
  process.exitCode = await program(process.argv.slice(2))
} else {
  process.stderr.write(`${found}\n`)
  process.exitCode = 4
}
