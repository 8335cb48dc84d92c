// Compiles the kernel of src/tables/text/kernel/assembly and gives the module that holds it.
import { readdirSync, readFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const FOLDER = 'src/tables/text/kernel/assembly/'
/** Pages of 64 KiB that its memory may grow to; a shared memory must say. */
const MAX_PAGES = 32_768

export async function compileKernel(): Promise<string> {
  let code = Buffer.alloc(0)
  const { error, stderr } = await asc.main(
    [
      ...['index.ts', '--outFile', 'kernel.wasm', '--optimizeLevel', '3', '--runtime', 'stub', '--noAssert'],
      ...['--importMemory', '--noExportMemory', '--sharedMemory', '--maximumMemory', String(MAX_PAGES)],
      ...['--enable', 'simd', '--enable', 'threads', '--use', 'abort='],
    ],
    {
      readFile: name => (readdirSync(FOLDER).includes(name) ? readFileSync(FOLDER + name, 'utf8') : null),
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') code = Buffer.from(contents)
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(`The kernel does not compile: ${stderr}`)
  const lines = code.toString('base64').match(/.{1,110}/g) ?? []
  return `// Made by "npm run generate" from assembly/: WebAssembly, in base64.
export const PAGES = ${MAX_PAGES}
export const CODE = [
${lines.map(line => `  '${line}',`).join('\n')}
].join('')
`
}
