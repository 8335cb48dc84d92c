import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { readYaml } from '../../documents/read-yaml.ts'
import { UserError } from '../../user-error.ts'

/** A metric's value: a number (perhaps not finite), or a text that is none. */
export type MetricValue = number | string

/** The metrics of a file, nested names joined by dots: JSON (Python's, with NaN and Infinity), YAML or TOML by the file's ending. */
export function readMetrics(name: string, text: string): Map<string, MetricValue> {
  const metrics = new Map<string, MetricValue>()
  flatten(parsed(name, text), '', metrics, 0)
  return metrics
}

const MAX_DEPTH = 50

function flatten(value: unknown, name: string, into: Map<string, MetricValue>, depth: number): void {
  if (typeof value === 'number') into.set(name, value)
  else if (typeof value === 'bigint') into.set(name, Number(value))
  else if (typeof value === 'string' || typeof value === 'boolean' || value === null) {
    const number = typeof value === 'string' ? numberIn(value) : undefined
    into.set(name, number ?? String(value))
  } else if (typeof value === 'object' && depth < MAX_DEPTH)
    for (const [key, child] of Object.entries(value))
      flatten(child, name === '' ? key : `${name}.${key}`, into, depth + 1)
}

/** What Python writes for what JSON has no number for, wherever it stands as a text. */
const numberIn = (text: string): number | undefined =>
  ({
    NaN: Number.NaN,
    nan: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    inf: Number.POSITIVE_INFINITY,
    '-Infinity': Number.NEGATIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
  })[text]

function parsed(name: string, text: string): unknown {
  if (/\.ya?ml$/i.test(name)) {
    readYaml(name, text)
    return parseYaml(text)
  }
  try {
    if (/\.toml$/i.test(name)) return parseToml(text)
    // Outside of texts only.
    return JSON.parse(
      text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, token =>
        token.startsWith('"') ? token : `"${token}"`,
      ),
    )
  } catch (cause) {
    throw new UserError(
      'dvc.metrics',
      `Expected ${name} to hold metrics but it cannot be read: ${cause instanceof Error ? cause.message.split('\n')[0] : ''}`,
      {
        file: name,
        hint: 'Write JSON, YAML or TOML, by its ending',
        cause,
      },
    )
  }
}
