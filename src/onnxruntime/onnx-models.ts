import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../core/user-error.ts'
import { fileError } from '../files/file-error.ts'
import { findFile, type Whereabouts } from '../files/find-file.ts'
import { refuseLinkOutside } from '../files/locate.ts'
import type { OnnxModel, OnnxModels, Tensor, TensorInfo, TensorValues } from '../ports.ts'

/** Packages that run ONNX models, the faster one first; too heavy to come with Proofmark. */
const PACKAGES = ['onnxruntime-node', 'onnxruntime-web']

/** What both packages declare, as far as it is used. */
interface Runtime {
  readonly InferenceSession: { create(path: string): Promise<Session> }
  readonly Tensor: new (type: string, values: TensorValues, shape: readonly number[]) => unknown
}

interface Session {
  readonly inputMetadata: unknown
  readonly outputMetadata: unknown
  run(feeds: Record<string, unknown>, outputs: readonly string[]): Promise<Record<string, Answer>>
  release(): Promise<void>
}

interface Answer {
  readonly type: string
  readonly dims: readonly number[]
  readonly data: TensorValues
}

/** A side of any length is a name, which may be empty. */
const Metadata = z.array(
  z.object({
    name: z.string(),
    type: z.string().optional(),
    shape: z.array(z.union([z.number(), z.string()])).default([]),
  }),
)

/** Loads models, by path relative to `root`, into the runtime in the `node_modules` there. */
export const onnxModels = (root: string, sources?: Whereabouts['sources']): OnnxModels => ({
  async open(path) {
    const located = await findFile({ root, sources }, path)
    const runtime = load(root)
    await refuseLinkOutside(root, located).catch(cause => {
      throw cause instanceof UserError ? cause : fileError(located.name, 'read', cause)
    })
    try {
      return modelOf(runtime, await runtime.InferenceSession.create(located.absolute))
    } catch (cause) {
      throw new UserError(
        'onnx.unreadable',
        `Expected ${path} to be an ONNX model but it cannot be loaded: ${messageOf(cause)}`,
        {
          file: path,
          hint: 'Check that the export ended well, and that the installed runtime knows its operators',
          cause,
        },
      )
    }
  },
})

function load(root: string): Runtime {
  const require = createRequire(join(root, 'proofmark.js'))
  for (const name of PACKAGES) {
    const found = resolved(require, name)
    if (found !== undefined) return require(found)
  }
  throw new UserError('onnx.no-runtime', `Expected ${PACKAGES.join(' or ')} to be installed but found neither`, {
    kind: 'environment',
    hint: `Run npm install --no-save ${PACKAGES[0]} beside the settings in a step before`,
  })
}

function resolved(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

function modelOf(runtime: Runtime, session: Session): OnnxModel {
  return {
    inputs: infoOf(session.inputMetadata),
    outputs: infoOf(session.outputMetadata),
    async run(feeds, outputs) {
      const tensors = [...feeds].map(([name, { type, values, shape }]) => [
        name,
        new runtime.Tensor(type, values, shape),
      ])
      const answers = await session.run(Object.fromEntries(tensors), outputs)
      return outputs.flatMap(name => (answers[name] ? [tensorOf(answers[name])] : []))
    },
    close: () => session.release(),
  }
}

const tensorOf = ({ type, dims, data }: Answer): Tensor => ({ type, shape: dims, values: data })

const infoOf = (metadata: unknown): TensorInfo[] =>
  Metadata.parse(metadata).map(({ name, type, shape }) => ({
    name,
    type,
    // A side of any length is no number, or the -1 of ONNX, which one runtime reads without its sign.
    shape: shape.map(side => (typeof side === 'number' && side > 0 && side < 2 ** 31 ? side : null)),
  }))

const messageOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
