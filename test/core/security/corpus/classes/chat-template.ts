import { bad, defineClass, unclear } from '../define-class.ts'
import { latin1 } from '../make/bytes.ts'
import { gguf, templated } from '../make/gguf.ts'

const TEMPLATES: Readonly<Record<string, string>> = {
  class: "{{ ''.__class__ }}",
  subscript: "{{ ''['__class__'] }}",
  attr: "{{ ''|attr('x') }}",
  'attr-of-joined': "{{ ''|attr('_'*2 ~ 'class') }}",
  globals: '{{ messages.__init__.__globals__ }}',
  cycler: '{{ cycler.__init__ }}',
  joiner: '{{ joiner.next() }}',
  lipsum: '{{ lipsum() }}',
  self: '{{ self.__dict__ }}',
  'map-attribute': "{{ messages|map(attribute='__class__')|list }}",
  'map-attr': "{{ messages|map('attr', 'x')|list }}",
  'selectattr-dunder': "{{ messages|selectattr('__class__')|list }}",
  groupby: "{{ messages|groupby('__class__') }}",
  format: "{{ '%s'|format(x) }}",
  'format-method': "{{ '{0.x}'.format(messages) }}",
  include: "{% include '/etc/hostname' %}",
  import: "{% import 'x' as y %}",
  from: "{% from 'x' import y %}",
  extends: "{% extends 'x' %}",
  escaped: "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
  'joined-in-a-set': "{% set u = '_' ~ '_' %}{{ ''[u ~ 'class'] }}",
  'through-a-loop': "{% for k in ['_', 'x'] %}{{ ''[k ~ k] }}{% endfor %}",
  'through-a-macro': '{% macro m(k) %}{{ messages[k ~ k] }}{% endmacro %}{{ m("_") }}',
  'in-a-comment': '{# {{ "".__class__ }} #}hello',
  'in-raw': '{% raw %}{{ "".__class__ }}{% endraw %}',
  frame: '{{ x.gi_frame.f_globals }}',
  mro: '{{ x.mro() }}',
  'function-unknown': "{{ open('x') }}",
  'method-unknown': '{{ messages.run() }}',
  'in-a-branch-never-taken': '{% if false %}{{ "".__class__ }}{% endif %}',
}

/** A chat template is a program that runs wherever the model is used. */
export const chatTemplate = defineClass({
  id: 'chat-template',
  title: 'Chat templates of GGUF',
  source: 'CVE-2024-34359, CVE-2026-5760, Pillar and Splunk studies',
  samples: () => [
    ...Object.entries(TEMPLATES).map(([name, template]) => bad(`${name}.gguf`, templated(template))),
    bad(
      'of-another-name.gguf',
      gguf({ 'general.architecture': 'x', 'tokenizer.chat_template.tool_use': "{{ ''.__class__ }}" }),
    ),
    bad(
      'before-it-breaks-off.gguf',
      `${latin1(templated("{{ ''.__class__ }}")).replace('\x02\0\0\0\0\0\0\0', '\x09\0\0\0\0\0\0\0')}`,
    ),
    bad('big-endian.gguf', bigEndian("{{ ''.__class__ }}")),
    unclear('no-template.gguf', templated('{{')),
    unclear(
      'key-twice.gguf',
      latin1(gguf({ 'general.architecturE': 'x', 'general.architecture': 'y' })).replace('urE', 'ure'),
    ),
    unclear('version.gguf', latin1(templated('hello')).replace('GGUF\x03', 'GGUF\x01')),
    unclear('something-after.gguf', `${latin1(templated('hello'))}${'x'.repeat(64)}`),
  ],
})

function bigEndian(template: string): string {
  const big = (value: number, size: number) =>
    String.fromCharCode(...Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256))
  const string = (text: string) => `${big(text.length, 8)}${text}`
  const pair = (key: string, value: string) => `${string(key)}${big(8, 4)}${string(value)}`
  return `GGUF${big(3, 4)}${big(0, 8)}${big(2, 8)}${pair('general.architecture', 'x')}${pair('tokenizer.chat_template', template)}`
}
