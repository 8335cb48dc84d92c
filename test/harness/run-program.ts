import { program } from '../../src/cli/program.ts'

/** Runs the program in a folder; returns how it ended and what it said. */
export async function runProgram(root: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const before = process.cwd()
  const { write } = process.stdout
  let said = ''
  const hear = (text: string | Uint8Array) => {
    said += text
    return true
  }
  const complain = process.stderr.write
  process.stdout.write = hear
  process.stderr.write = hear
  process.chdir(root)
  try {
    return { code: await program(args), said }
  } finally {
    process.chdir(before)
    process.stdout.write = write
    process.stderr.write = complain
  }
}
