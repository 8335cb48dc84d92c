import { e as evidenceFile } from './evidence.js';
import { M as MAX_EVIDENCE_BYTES, r as readEvidence, i as isReadable } from './evidence-document.js';
import { w as writeBaseline } from './baseline.js';
import { U as UserError } from './user-error.js';
import { l as locate, c as compose } from './compose.js';
import { r as readSettings } from './read-settings.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** Writes every credential that the last security-scan found into a baseline, by place and fingerprint. */
async function secretsBaseline$1(
  { evidence, baseline }                                                          ,
  { files, sha256 }                                 ,
)                           {
  const path = `${evidence}/${evidenceFile('security-scan')}`;
  const hint = 'Run `proofmark security-scan` first';
  if (!(await files.exists(path)))
    throw new UserError('secrets-baseline.evidence', `Expected ${path} but found none`, { file: path, hint })
  const content = await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES });
  const document = readEvidence('security-scan', content, sha256(content));
  const why = isReadable(document) ? undefined : document.unreadable;
  if (!isReadable(document) || document.evidence.gate !== 'security-scan' || document.evidence.result === null)
    throw new UserError(
      'secrets-baseline.evidence',
      `Expected ${path} to be evidence of a scan but ${why ?? 'the scan could not run'}`,
      { file: path, hint },
    )
  const { secrets } = document.evidence.result;
  await files.write(baseline, writeBaseline(secrets));
  return { path: baseline, secrets: secrets.length }
}

const DEFAULT_BASELINE = 'secrets-baseline.json';

const flags                      = [
  {
    name: 'baseline',
    kind: 'value',
    description: `File to write. Default: security.secrets.baseline, else ${DEFAULT_BASELINE}`,
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'out', kind: 'value', description: 'Folder of the evidence. Default: .proofmark beside the settings' },
];

const secretsBaseline             = {
  name: 'secrets-baseline',
  summary: 'Write the credentials that security-scan found into a baseline, so that only new ones fail',
  synopsis: '[--baseline FILE]',
  examples: ['proofmark secrets-baseline --baseline secrets-baseline.json'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags);
    const last = (flag        ) => values.get(flag)?.at(-1);
    const place = locate(process.cwd(), last('config'));
    const ports = compose(place.root, terminalLog(process.stderr), {});
    const asked = last('baseline');
    const named = asked === undefined ? await fromSettings() : place.rebase(asked);
    const { path, secrets } = await secretsBaseline$1(
      { evidence: place.out(last('out')), baseline: named ?? DEFAULT_BASELINE },
      ports,
    );
    const what = secrets === 1 ? '1 credential' : `${secrets} credentials`;
    process.stdout.write(
      `${path}: ${what}, by fingerprint. They only warn from now on: revoke them and take them out\n`,
    );
    return 0

    async function fromSettings()                              {
      if (place.config === undefined) return undefined
      const file = { name: place.config, text: await ports.files.readText(place.config) };
      const source = { command: 'gate', file, inputs: new Map(), nameInput: () => '', rebase: place.rebase };         
      return readSettings(source).security.secrets.baseline
    }
  },
};

export { secretsBaseline };
