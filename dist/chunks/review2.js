import { r as review$1, e as enterReview, c as reviewLine, a as reviewLines } from './review.js';
import { e as exitCode } from './exit-code.js';
import { s as settingsLog } from './settings-log.js';
import { p as policyInForce } from './policy-in-force.js';
import { l as locate, c as compose } from './compose.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { L as LOG_KEY } from './log-flags.js';
import { p as parseFlags } from './parse-flags.js';

const flags                      = [
  { name: 'certificates', kind: 'list', description: 'Certificates: files, folders or * globs' },
  {
    name: 'key',
    kind: 'value',
    description: 'Public key (PEM) of the certifier: what it has not signed does not count',
  },
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'json', kind: 'switch', description: 'Print what is due as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

const review             = {
  name: 'review',
  summary: 'Find certificates and waivers that have ended or end soon',
  synopsis: '[--certificates PATH…] [--key FILE]',
  examples: ['proofmark review --certificates certified --key proofmark.pub'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags);
    const value = (name        ) => values.get(name)?.at(-1);
    const place = locate(process.cwd(), value('config'));
    const ports = compose(place.root, terminalLog(process.stderr, {}), {});
    const key = value('key');
    const inForce = await policyInForce(place.config, ports);
    const keyText = process.env[LOG_KEY];
    const log = await settingsLog({ config: place.config, trusted: inForce.policy.trust?.log, keyText }, ports);
    const reviewed = await review$1(
      {
        ...inForce,
        log,
        files: (values.get('certificates') ?? []).map(place.rebase),
        releases: false,
        key: key === undefined ? undefined : place.rebase(key),
        issues: false,
      },
      ports,
    );
    if (log && keyText) await enterReview(reviewed, log, ports);
    if (values.has('json')) process.stdout.write(`${JSON.stringify(reviewed, null, 2)}\n`);
    else if (values.has('quiet')) process.stdout.write(`${reviewLine(reviewed)}\n`);
    else printLines(process.stdout, reviewLines(reviewed));
    return exitCode(reviewed.verdict, [])
  },
};

export { review };
