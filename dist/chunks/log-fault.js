import { U as UserError } from './user-error.js';

/**
 * Why a log is not believed. `corrupt`: its files contradict each other. `fork`: it does not continue what was seen of it. `rollback`: it
 * has lost what was seen of it. `unsigned`: its checkpoint is not by the key we trust. `unwitnessed`: too few witnesses have cosigned.
 * `stale`: they did so too long ago. `unproven`: a proof does not prove what it should.
 */
                           
                                                                                                     
                                           
                          
                       
 

const HINTS                                    = {
  corrupt: 'Find the last good commit of the branch and restore it with `proofmark log repair --to COMMIT`',
  fork: 'Keep this checkpoint and the one that was seen: together they prove that the log was rewritten. Restore the commits that were lost',
  rollback: 'Restore the commits that were lost: a clone, or the repository of a witness, has them',
  unsigned: 'Give the verifier key that `proofmark log init` printed for this log',
  unwitnessed: 'Run `proofmark witness` where the witnesses are kept, then try again',
  stale: 'Run `proofmark witness` where the witnesses are kept; where it fails, somebody keeps the log from them',
  unproven: 'Make the proof again with `proofmark log prove`',
};

const logFault = (fault                   , what        )           => ({
  fault,
  message: `${fault.toUpperCase()}: ${what}`,
  hint: HINTS[fault],
});

/** Whether it is a fault rather than what was asked for. */
const isFault =                   (value              )                    => 'fault' in value;

/** Whether somebody did something to the log, or one cannot tell for want of witnesses. */
const faultVerdict = (fault                   )                            =>
  fault === 'unwitnessed' || fault === 'stale' ? 'inconclusive' : 'failed';

/** A log that is not believed, for whoever cannot go on: `log.corrupt`, `log.fork` and so on. */
class LogFaultError extends UserError {
           fault          

  constructor(fault          ) {
    super(`log.${fault.fault}`, fault.message, { hint: fault.hint });
    this.fault = fault;
  }
}

const faultError = (fault          )                => new LogFaultError(fault);

export { LogFaultError as L, faultError as a, faultVerdict as f, isFault as i, logFault as l };
