import { closestMatch } from './index5.js';
import { U as UserError } from './user-error.js';

/** What the parser must know of a flag. */
                                                 

                              
                                                                           
                                                         
                                         
 

/** Reads `--name value`, `--name=value`, `--switch` and `--list a b`; `--` ends the flags. */
function parseFlags(args                   , flags                 )              {
  const values = new Map                  ();
  const positionals           = [];
  let open;                      
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      positionals.push(...args.slice(i + 1));
      break
    }
    if (!arg.startsWith('--')) {
(open ?? positionals).push(arg);
      continue
    }
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const flag = flags.find(known => known.name === name) ?? unknown(name, flags);
    const given = values.get(name) ?? [];
    values.set(name, given);
    open = undefined;
    if (flag.kind === 'switch') given.push('true');
    else if (inline !== undefined) given.push(inline);
    else if (flag.kind === 'list') open = given;
    else {
      const value = args[++i];
      if (value === undefined)
        throw new UserError('flags.value-missing', `Expected a value after --${name} but found nothing`)
      given.push(value);
    }
  }
  return { values, positionals }
}

function unknown(name        , flags                 )        {
  const names = flags.map(flag => flag.name);
  const meant = closestMatch(name, names, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  throw new UserError(
    'flags.unknown',
    `Unknown flag --${name}${meant === undefined ? '' : `: did you mean --${meant}?`}`,
    {
      hint: `Flags here: ${names.map(known => `--${known}`).join(' ')}`,
    },
  )
}

export { parseFlags as p };
