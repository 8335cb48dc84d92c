import { Writer } from 'protobufjs/minimal.js'
import type { MetricFamily } from '../../core/metrics/metric-family.ts'

/** Wire types of protocol buffers, beside a field's number in its tag. */
const [VARINT, FIXED64, BYTES] = [0, 1, 2]
const tag = (field: number, wire: number) => (field << 3) | wire

/**
 * A `WriteRequest` of remote write 1.0: of each series its labels, sorted by name and none empty, and one sample.
 * https://prometheus.io/docs/specs/prw/remote_write_spec/
 */
export function writeRequest(families: readonly MetricFamily[], job: string, at: Date): Uint8Array {
  const writer = Writer.create()
  for (const { name, samples } of families)
    for (const { labels, value } of samples) {
      writer.uint32(tag(1, BYTES)).fork()
      for (const [label, text] of sorted({ ...labels, job, __name__: name }))
        writer
          .uint32(tag(1, BYTES))
          .fork()
          .uint32(tag(1, BYTES))
          .string(label)
          .uint32(tag(2, BYTES))
          .string(text)
          .ldelim()
      writer.uint32(tag(2, BYTES)).fork().uint32(tag(1, FIXED64)).double(value)
      writer.uint32(tag(2, VARINT)).int64(at.getTime()).ldelim()
      writer.ldelim()
    }
  return writer.finish()
}

const sorted = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .filter(([, text]) => text !== '')
    .map(([label, text]): [string, string] => [label, text.toWellFormed()])
    .sort(([a], [b]) => (a < b ? -1 : 1))
