import { l as locate } from './compose.js';
import { G as GATES } from './evidence.js';
import { o as ownerLabels } from './owner-labels.js';
import { r as readSettings } from './read-settings.js';
import { U as UserError } from './user-error.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { c as composeHere } from './compose-here.js';
import { p as parseFlags } from './parse-flags.js';

/** The groups that there may be of a model, for who deletes them. */
const modelGroups = (owner             )                                       => [
  ...GATES.map(gate => ({ key: { ...owner, gate }, about: gate })),
  { key: { ...owner }, about: 'certification' },
];

const SYNOPSIS = 'clean [--model NAME] [--repo OWNER/NAME] [--target TARGET]';
const flags                      = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  { name: 'model', kind: 'value', description: 'Label model of what is deleted. Default: the model of the settings' },
  { name: 'repo', kind: 'value', description: 'Label repo of what is deleted. Default: the repository of the run' },
  {
    name: 'target',
    kind: 'value',
    description: 'Delete what is told of this target of promotions, and nothing of the model',
  },
];

const metrics             = {
  name: 'metrics',
  summary: 'Delete the metrics of a model that is no more from the Pushgateway and the textfile collector',
  synopsis: SYNOPSIS,
  examples: ['proofmark metrics clean', 'proofmark metrics clean --model credit-default --repo acme/credit'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    if (positionals.length !== 1 || positionals[0] !== 'clean')
      throw new UserError('metrics.what', `Expected 'clean' but found ${positionals.join(' ') || 'nothing'}`, {
        hint: `proofmark metrics ${SYNOPSIS}`,
      })
    const one = (name        ) => values.get(name)?.at(-1);
    const place = locate(process.cwd(), one('config'));
    const { files, context } = await composeHere(place, terminalLog(process.stderr));
    const settings = readSettings({
      command: 'gate',
      ...(place.config === undefined ? {} : { file: { name: place.config, text: await files.readText(place.config) } }),
      inputs: new Map(),
      nameInput: ({ name }) => name,
      rebase: place.rebase,
    });
    const { pushgateway: gateway, textfile } = settings.connections;
    if (gateway === undefined && textfile === undefined)
      throw new UserError(
        'metrics.nowhere',
        'Expected a Pushgateway or a textfile collector but the settings name none',
        {
          hint: 'Name it in connections of proofmark.yml: pushgateway: { url: … }',
        },
      )
    const owner = ownerLabels(one('repo') ?? context.repository, one('model') ?? settings.model.name, context.folder);
    const target = one('target');
    const groups =
      target === undefined ? modelGroups(owner) : [{ key: { repo: owner.repo, target }, about: 'promotion' }];
    if (gateway !== undefined) {
      const { pushgateway } = await import('./pushgateway.js');
      const { remove, name } = pushgateway(gateway, process.env);
      for (const { key } of groups) await remove(key);
      say(name);
    }
    if (textfile !== undefined) {
      const { textfiles } = await import('./textfile.js');
      const { remove, name } = textfiles(place.root, textfile.folder);
      for (const { key, about } of groups) await remove(key, about);
      say(name);
    }
    return 0

    function say(name        )       {
      const what = target === undefined ? `model ${owner.model}` : `target ${target}`;
      printLines(process.stdout, [{ tone: 'pass', text: visible(`  deleted       ${name}: ${what} of ${owner.repo}`) }]);
    }
  },
};

export { metrics };
