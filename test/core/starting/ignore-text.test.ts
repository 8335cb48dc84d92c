import { expect, it } from 'vitest'
import { ignoreText } from '../../../src/core/starting/ignore-text.ts'

it.each([
  ['no file', undefined, '.proofmark/\n*.key\n'],
  ['an empty one', '', '.proofmark/\n*.key\n'],
  ['others', 'node_modules/\n', 'node_modules/\n.proofmark/\n*.key\n'],
  ['no line end at the end', 'dist', 'dist\n.proofmark/\n*.key\n'],
  ['one of ours', '/.proofmark\n', '/.proofmark\n*.key\n'],
  ['all of ours', '*.key\n.proofmark/\n', undefined],
  ['line ends of Windows', 'dist\r\n*.key\r\n', 'dist\r\n*.key\r\n.proofmark/\r\n'],
  ['a comment about ours', '# *.key\n.proofmark/\n', '# *.key\n.proofmark/\n*.key\n'],
])('a .gitignore with %s gets what it lacks', (_, before, after) => expect(ignoreText(before)).toBe(after))
