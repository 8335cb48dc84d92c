import type { Material } from '../core/evidence.ts'
import { listed } from '../core/model/format.ts'
import { bindFeeds, type FeatureRow } from '../core/model/onnx/feeds.ts'
import type { Need } from '../core/model/predictions/need.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { OnnxModel, Ports, TensorInfo } from '../ports.ts'

type Onnx = NonNullable<Settings['certify']['onnx']>

interface Asked {
  readonly onnx: Onnx
  readonly id: string
  readonly needs: readonly Need[]
  /** The file to write. */
  readonly predictions: string
}

/** Rows that a model which takes any number of them is given at once. */
const AT_ONCE = 4096
/** Types of elements that are numbers. */
const NUMERIC = ['float32', 'float64', 'int32', 'int64']

/** Asks an ONNX model about every row of the hold-out, and writes its answers beside the ids, the truth and what else is judged by. */
export async function askOnnx(
  { onnx, id, needs, predictions }: Asked,
  { onnx: models, tables, files, log }: Ports,
): Promise<{ materials: Material[] }> {
  const model = await models.open(onnx.model)
  try {
    const table = await tables.open(onnx.data)
    const { header } = table
    const kept = [id, ...needs.map(({ column }) => column)].filter(name => !(name in onnx.columns))
    const copied = [...new Set(kept)].map(name => ({ name, index: indexOf(name, header, onnx.data) }))
    const output = outputOf(model, onnx)
    const feeds = bindFeeds(model.inputs, { file: onnx.data, header, features: onnx.features })
    const size = feeds.most ?? AT_ONCE
    const written = [[...copied.map(({ name }) => name), ...Object.keys(onnx.columns)].map(quoted).join(',')]
    let waiting: FeatureRow[] = []
    const ask = async (rows: readonly FeatureRow[]) => {
      const answers = await answersOf(model, output, feeds.of(rows), rows.length, onnx)
      rows.forEach(({ cells }, row) => {
        written.push([...copied.map(({ index }) => quoted(cells[index] ?? '')), ...(answers[row] ?? [])].join(','))
      })
    }
    for await (const batch of table.batches) {
      waiting.push(...batch)
      while (waiting.length >= size) {
        await ask(waiting.slice(0, size))
        waiting = waiting.slice(size)
        log.progress(`${onnx.model}: ${grouped(written.length - 1)} rows`)
      }
    }
    if (waiting.length > 0 && feeds.most !== undefined)
      throw new UserError(
        'onnx.batch',
        `Expected rows for whole batches of ${size} but ${waiting.length} are left over (${onnx.data})`,
        { hint: 'Export the model with a first side of any length, or of one' },
      )
    if (waiting.length > 0) await ask(waiting)
    await files.write(predictions, `${written.join('\n')}\n`)
    const { sha256, bytes } = await files.digest(onnx.model)
    return {
      materials: [{ name: onnx.model, role: 'model', digest: { sha256 }, bytes }, table.material('data')],
    }
  } finally {
    await model.close()
  }
}

function indexOf(name: string, header: readonly string[], file: string): number {
  const index = header.indexOf(name)
  if (index >= 0) return index
  throw new UserError('onnx.column', `Expected a column '${name}' but found ${listed(header)} (${file}:1)`, {
    file,
    line: 1,
    hint: `Put it into the table, or write it from the model's output under 'certify.onnx.columns'`,
  })
}

/** The output asked for, or the only one of numbers. */
function outputOf({ outputs }: OnnxModel, { output, model }: Onnx): TensorInfo {
  const names = listed(outputs.map(({ name }) => `'${name}'`))
  if (output !== undefined) {
    const named = outputs.find(({ name }) => name === output)
    if (!named)
      throw new UserError('onnx.output', `Expected an output '${output}' of ${model} but found ${names}`, {
        hint: "Set 'certify.onnx.output' to one of them",
      })
    if (named.type === undefined) throw noTensor(named.name, model)
    return named
  }
  const floats = outputs.filter(({ type }) => type?.startsWith('float'))
  const numbers =
    floats.length > 0 ? floats : outputs.filter(({ type }) => type !== undefined && NUMERIC.includes(type))
  const [only, ...more] = numbers
  if (only && more.length === 0) return only
  const other = outputs.find(({ type }) => type === undefined)
  if (!only && other) throw noTensor(other.name, model)
  throw new UserError('onnx.output', `Expected one output of numbers of ${model} but found ${names}`, {
    hint: "Set 'certify.onnx.output' to the one that holds the predictions",
  })
}

const noTensor = (name: string, model: string) =>
  new UserError('onnx.output', `Expected the output '${name}' of ${model} to be a tensor but it is none`, {
    hint: "Export a scikit-learn classifier with options={'zipmap': False}",
  })

/** For each row the numbers to write. */
async function answersOf(
  model: OnnxModel,
  output: TensorInfo,
  feeds: ReturnType<ReturnType<typeof bindFeeds>['of']>,
  rows: number,
  { columns, model: file }: Onnx,
): Promise<string[][]> {
  const [answer] = await model.run(new Map(feeds.map(({ name, ...tensor }) => [name, tensor])), [output.name])
  const width = answer ? answer.values.length / rows : 0
  if (!answer || !Number.isInteger(width))
    throw new UserError(
      'onnx.output',
      `Expected a row of '${output.name}' for each of ${rows} rows but ${file} gave another shape`,
      {
        hint: 'Export the model so that its first side counts the rows',
      },
    )
  const beyond = Object.entries(columns).find(([, at]) => at >= width)
  if (beyond)
    throw new UserError(
      'onnx.output',
      `Expected more than ${beyond[1]} numbers in a row of '${output.name}' for the column '${beyond[0]}' but found ${width}`,
      { hint: "Count from 0 under 'certify.onnx.columns'" },
    )
  return Array.from({ length: rows }, (_, row) =>
    Object.values(columns).map(at => String(answer.values[row * width + at] ?? '')),
  )
}

/** A cell of CSV (RFC 4180). */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
