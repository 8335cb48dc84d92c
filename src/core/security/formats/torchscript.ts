import { defineFormat, type Finding, type Inspection } from '../format.ts'
import { printable } from '../printable.ts'
import { combine, type Part } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { archiveOf, zipKind } from '../zip-kind.ts'

const PROGRAM = /^[^/]+\/(constants\.pkl$|code\/)/
const HINT = 'Save the state dict with torch.save or safetensors, or export the model to ONNX'

/** PyTorch's zip archive with code of its own, which is the model: it cannot be loaded without it. */
export const torchscript = defineFormat({
  id: 'torchscript',
  title: 'a TorchScript program',
  recognise: source => zipKind(source) === 'torchscript',
  async inspect(source, context): Promise<Inspection> {
    const archive = archiveOf(source)
    const { fault, limit } = await inspectMembers(archive, context, () => undefined)
    const program = archive.members.filter(({ name }) => PROGRAM.test(name))
    const code = program.filter(({ name }) => name.endsWith('.py'))
    const members = code.length > 0 ? code : program
    return combine(
      members.map(({ name, start }): Part => ({ name, inspection: programPart(name, start) })),
      fault,
      '',
      limit,
    )
  },
})

function programPart(name: string, offset: number): Inspection {
  const finding: Finding = {
    offset,
    name: printable(name),
    reason: 'is code that comes with the model and runs with it',
  }
  return {
    status: 'fail',
    reason: `Expected a file that only restores a model but it holds a program of its own`,
    hint: HINT,
    findings: [finding],
    found: 1,
    globals: 0,
  }
}
