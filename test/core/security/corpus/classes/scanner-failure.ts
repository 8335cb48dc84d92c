import { bad, defineClass, unclear } from '../define-class.ts'
import { joined, little } from '../make/bytes.ts'
import { gguf, templated } from '../make/gguf.ts'
import { keras, layer, sequential } from '../make/keras.ts'
import { npy } from '../make/numpy.ts'
import { payload, stream } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

/** What makes a scanner fail makes it say nothing; for a reader without bounds, any of these does. */
export const scannerFailure = defineClass({
  id: 'scanner-failure',
  title: 'Files that make a scanner crash or hang',
  source: 'promptfoo#6266, modelaudit#1247, fickling#196',
  samples: () => [
    bad('nested-tuples.pkl', stream(4, `${payload(4).slice(11, -1)}${'\x85'.repeat(200_000)}`)),
    bad('nested-lists.pkl', `\x80\x02${']'.repeat(100_000)}cos\ngetpid\n)R${'a'.repeat(100_000)}.`),
    bad('itself.pkl', '\x80\x02]q\0h\0a(cos\ngetpid\n)R1.'),
    bad('itself-as-state.pkl', '\x80\x02}q\0U\x01ah\0scos\ngetpid\n)R.'),
    bad('itself-in-a-tuple.pkl', '\x80\x02](]q\0h\0tq\x01h\x01acos\ngetpid\n)R0.'),
    bad('many-findings.pkl', `\x80\x02${'cos\ngetpid\n)R0'.repeat(20_000)}N.`),
    bad('long-name.pkl', `\x80\x02c${'a'.repeat(5000)}\n${'b'.repeat(5000)}\n)R.`),
    bad('name-of-markup.pkl', '\x80\x02c<script>\n|x|\x1b[31m\n)R.'),
    bad('name-of-nothing.pkl', '\x80\x02c\n\n)R.'),
    bad('name-of-a-prototype.pkl', '\x80\x02c__proto__\nconstructor\n)R.'),
    bad('name-of-a-prototype-4.pkl', payload(4, 'constructor', 'prototype')),
    bad('long-number.pkl', `\x80\x02I${'9'.repeat(100_000)}\n0cos\ngetpid\n)R.`),
    bad('long-long.pkl', `\x80\x02\x8b\x40\x42\x0f\0${'\x7f'.repeat(1_000_000)}0cos\ngetpid\n)R.`),
    bad('float-of-nothing.pkl', '\x80\x02F\n0cos\ngetpid\n)R.'),
    bad('deep.keras', keras(deep(20_000))),
    bad('template-deep.gguf', templated(`{{ ''.__class__ }}${'{% if x %}'.repeat(50)}${'{% endif %}'.repeat(50)}`)),
    unclear('template-too-deep.gguf', templated(`{{ ${'('.repeat(30_000)}x${')'.repeat(30_000)} }}`)),
    unclear('keys.gguf', gguf({ 'general.architecture': 'x', 'a b': 'c' })),
    unclear('deep-header.npy', npy(`${'('.repeat(2000)}${')'.repeat(2000)}`, '(1,)', '')),
    unclear('deep.safetensors', deepHeader()),
    unclear('records.npy', npy(`[${"('a', '<f8'), ".repeat(600)}]`, '(1,)', '\0')),
    bad('marks.pt', torchZip(`\x80\x02${'('.repeat(100_000)}cos\ngetpid\n)R`)),
  ],
})

function deep(depth: number): string {
  const gadget = JSON.stringify(sequential(layer('os', 'getpid')))
  return `{"module":"keras","class_name":"Sequential","registered_name":null,"config":${'['.repeat(depth)}${gadget}${']'.repeat(depth)}}`
}

function deepHeader(): Uint8Array {
  const json = `{"__metadata__":{},"a":${'{"b":'.repeat(20_000)}1${'}'.repeat(20_000)}}`
  return joined(little(json.length, 8), json)
}
