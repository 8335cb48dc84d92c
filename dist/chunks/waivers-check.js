import { c as contentOf, w as waiverEnd } from './match-waiver.js';

/** Waivers that the check lists. */
const SHOWN = 10;

/** The check that stands for the policy's waivers: it warns of those that except nothing of what was found; none where there are none. */
function waiversCheck({ list, now }         , checks                  )          {
  if (list.length === 0) return []
  const applied = new Set(checks.flatMap(({ waivers }) => waivers ?? []));
  const idle = list.filter(waiver => !applied.has(waiver));
  const told = idle.slice(0, SHOWN).map(waiver => `${describeWaiver(waiver)} ${whyIdle(waiver, now)}`);
  const more = idle.length > SHOWN ? ` and ${idle.length - SHOWN} more` : '';
  return [
    {
      id: 'waivers',
      title: 'Every waiver of the policy is needed and in force',
      status: idle.length > 0 ? 'warn' : 'pass',
      measured: { value: idle.length, unit: 'waivers', n: list.length },
      required: { comparator: '=', value: 0 },
      reason:
        idle.length > 0
          ? `Expected every waiver to except something but ${told.join('; ')}${more}`
          : `${list.length} ${list.length === 1 ? 'waiver' : 'waivers'}, each in force and applied`,
      ...(idle.length > 0 && {
        hint: 'Take it out of the policy, or have its owner renew it for what the file is now',
      }),
    },
  ]
}

/** `os.getcwd in 6f2c01ab34ef`, `CVE-2025-32434 in torch@2.5.1`. */
const describeWaiver = (waiver        )         =>
  `${waiver.name} in ${waiver.rule === 'vulnerabilities' ? waiver.package : contentOf(waiver).slice(0, 12)}`;

const whyIdle = (waiver        , now      ) =>
  now.getTime() >= waiverEnd(waiver).getTime() ? `expired on ${waiver.expires}` : 'matches nothing that was found';

export { describeWaiver as d, waiversCheck as w };
