import { describe, expect, it } from 'vitest'
import { parseFlags } from '../../src/cli/parse-flags.ts'

const flags = [
  { name: 'data', kind: 'list' },
  { name: 'contract', kind: 'value' },
  { name: 'json', kind: 'switch' },
] as const
const parse = (line: string) => parseFlags(line.split(' '), flags)

describe('flags', () => {
  it('take a value, a list up to the next flag, or nothing', () => {
    const { values, positionals } = parse('first --data a.csv b.csv --contract c.yml --json --data c.csv')
    expect(Object.fromEntries(values)).toEqual({
      data: ['a.csv', 'b.csv', 'c.csv'],
      contract: ['c.yml'],
      json: ['true'],
    })
    expect(positionals).toEqual(['first'])
  })

  it('may be joined to their value, which may start with dashes or be a negative number', () => {
    expect(parse('--contract=--odd').values.get('contract')).toEqual(['--odd'])
    expect(parse('--contract -0.5').values.get('contract')).toEqual(['-0.5'])
  })

  it('end at --', () => {
    expect(parse('--json -- --data x')).toMatchObject({ positionals: ['--data', 'x'] })
  })

  it('that are unknown are refused with the one that was meant', () => {
    expect(() => parse('--contrct c.yml')).toThrow('Unknown flag --contrct: did you mean --contract?')
    expect(() => parse('--contract')).toThrow('Expected a value after --contract but found nothing')
  })
})
