import { L as LogFaultError, f as faultVerdict } from './log-fault.js';
import { U as UserError } from './user-error.js';

/** 0 passed · 1 failed · 2 inconclusive · 3 the settings or the input are wrong · 4 the environment is. */
                                        

const OF_VERDICT                            = { passed: 0, failed: 1, inconclusive: 2 };

/** What has to be mended first decides: the environment, then settings and input, then the verdict. A bug of ours decided nothing. */
function exitCode(verdict         , errors                    )           {
  const known = errors.filter(error => error instanceof UserError);
  if (known.some(error => error.kind === 'environment')) return 4
  if (known.some(error => error.kind === 'input')) return 3
  return errors.length > 0 && verdict === 'passed' ? 2 : OF_VERDICT[verdict]
}

/** Of what stopped a command before it could decide. A log that is not believed is no fault of the settings: it is an answer. */
function exitCodeOf(error         )           {
  if (error instanceof LogFaultError) return OF_VERDICT[faultVerdict(error.fault.fault)]
  return exitCode('inconclusive', [error])
}

export { exitCodeOf as a, exitCode as e };
