import { setTimeout } from 'node:timers/promises';
import { U as UserError } from './user-error.js';

/** How long one waits for the others: a promotion holds the lock for some requests to the target, seconds each where it is slow. */
const PATIENCE_S = 120;

/** A lock that one may have at a time, as it is kept somewhere. */
                           
                                                    
                          
                                                         
                           
                          
                                                              
                         
 

/** Waits until a lock is free, acts, and gives it back. Whoever waits too long is told who has it: a run that broke off leaves it behind. */
async function takeTurns   (lock          , second        , act                  )             {
  const until = Date.now() + PATIENCE_S * second;
  while (!(await lock.take())) {
    if (Date.now() > until)
      throw new UserError('promotion.locked', `Expected to lock the target but it is held: ${await lock.holder()}`, {
        hint: `If no promotion is running, one broke off: ${lock.remove}`,
        kind: 'environment',
      })
    await setTimeout((0.3 + Math.random() * 0.7) * second);
  }
  try {
    return await act()
  } finally {
    // What was done stands, and is to be told; whoever comes next and finds the lock is told whose it was.
    await lock.release().catch(() => {});
  }
}

export { takeTurns as t };
