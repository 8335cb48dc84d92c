import { bad, defineClass, unclear } from '../define-class.ts'
import { utf8 } from '../make/bytes.ts'

const json = (value: unknown) => utf8(JSON.stringify(value, null, 2))
const AUTO = { auto_map: { AutoModel: 'modeling_mine.MyModel' } }
const LONG = 'x'.repeat(1100)

/** A configuration names code, and its loader runs it. */
export const metadata = defineClass({
  id: 'metadata',
  title: 'Code named by configurations',
  source: 'CVE-2025-23304 (NeMo), Unit 42 January 2026 (NeMo, Uni2TS, FlexTok), CVE-2026-4372',
  samples: () => [
    bad('auto-map/config.json', json({ model_type: 'x', ...AUTO })),
    bad('auto-map-deep/config.json', json({ a: [{ b: AUTO }] })),
    bad('auto-map-in-a-tokenizer/tokenizer_config.json', json(AUTO)),
    bad('auto-map-by-escape/config.json', '{"\\u0061uto_map": {"AutoModel": "m.M"}}'),
    bad('auto-map-twice/config.json', '{"auto_map": {"AutoModel": "m.M"}, "a": 1, "auto_map": {"AutoModel": "m.M"}}'),
    bad('auto-map-with-nan/config.json', '{"x": NaN, "auto_map": {"AutoModel": "m.M"}}'),
    bad('auto-map-with-nan-and-a-long-key/config.json', `{"${LONG}": NaN, "auto_map": {"AutoModel": "m.M"}}`),
    bad(
      'auto-map-with-infinity-and-a-long-key/config.json',
      `{"${LONG}": -Infinity, "\\u0061uto_map": {"AutoModel": "m.M"}}`,
    ),
    bad('auto-map-with-mark/config.json', `\xef\xbb\xbf${json(AUTO)}`),
    bad('custom-pipelines/config.json', json({ custom_pipelines: { mine: { impl: 'mine.Mine' } } })),
    bad('attention/config.json', json({ _attn_implementation_internal: 'someone/kernel' })),
    bad('trust/config.json', json({ trust_remote_code: true })),
    bad('trust-as-number/config.json', json({ trust_remote_code: 1 })),
    bad('trust-as-text/config.json', json({ trust_remote_code: 'true' })),
    bad('trust-as-any-text/config.json', json({ trust_remote_code: 'please' })),
    bad('trust-as-list/config.json', json({ trust_remote_code: [0] })),
    bad('target/config.yaml', 'model:\n  _target_: os.getpid\n'),
    bad('target-in-a-list/config.yaml', 'a:\n  - b\n  - _target_: os.getpid\n'),
    bad('target-in-flow/config.yaml', 'a: {_target_: os.getpid}\n'),
    bad('target-in-quotes/config.yaml', '"_target_": os.getpid\n'),
    bad('target-by-escape/config.yaml', '"\\x5ftarget_": os.getpid\n'),
    bad('target-by-folded-line/config.yaml', '? "_tar\\\n  get_"\n: os.getpid\n'),
    bad('target-by-anchor/config.yaml', 'a: &t\n  _target_: os.getpid\nb: *t\n'),
    bad('target-as-question/config.yaml', '? _target_\n: os.getpid\n'),
    bad('target-in-a-second-document/config.yaml', 'a: 1\n---\n_target_: os.getpid\n'),
    unclear('target-after-a-quote-of-less-indent/config.yaml', 'a:\n  b: "x\ny"\n_target_: os.getpid\n'),
    bad('target-after-a-tab/config.yaml', 'a: 1\n_target_:\tos.getpid\n'),
    bad('target-with-carriage-returns/config.yaml', 'a: 1\r\n_target_: os.getpid\r\n'),
    bad('target-of-a-tag/config.yaml', '!!str _target_: os.getpid\n'),
    bad('target-in-json/config.yaml', json({ a: { _target_: 'os.getpid' } })),
    bad('mlflow/MLmodel', 'flavors:\n  python_function:\n    code: code\n    loader_module: mine\n'),
    bad('card/README.md', '---\nlicense: mit\ntrust_remote_code: true\n---\n\n# Model\n'),
    bad('python-tag/config.yaml', 'a: !!python/object/apply:os.getpid []\n'),
    bad('python-tag-in-full/config.yaml', 'a: !<tag:yaml.org,2002:python/name:os.getpid> ""\n'),
    bad(
      'python-tag-by-handle/config.yaml',
      '%TAG !p! tag:yaml.org,2002:python/\n---\na: !p!object/apply:os.getpid []\n',
    ),
    bad('python-tag-by-escape/config.yaml', 'a: !!p%79thon/object/apply:os.getpid []\n'),
    unclear('too-long/config.yaml', `${'# x\n'.repeat(2_200_000)}_target_: os.getpid\n`),
    unclear('too-long-by-escape/config.yaml', `${'# x\n'.repeat(2_200_000)}"\\x5ftarget_": os.getpid\n`),
  ],
})
