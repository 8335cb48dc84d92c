import { setTimeout } from 'node:timers/promises';
import { U as UserError } from './user-error.js';

/** For how long a lock is taken: many times what a promotion does under it, with every request sent again. Seconds. */
const LEASE_S = 30 * 60;

/** What a lock says: who has it, since when, and until when it counts. */
function leaseText(who        , second = 1000)         {
  const now = Date.now();
  return `${who} since ${new Date(now).toISOString()} until ${new Date(now + LEASE_S * second).toISOString()}`
}

/** Whether what a lock says has ended, with a sixth more for clocks that differ. One that says no end never does. */
function leaseEnded(text        , second = 1000)          {
  const [, until] = / until (\d{4}-\d\d-\d\dT[\d:.]+Z)/.exec(text) ?? [];
  return until !== undefined && Date.now() > Date.parse(until) + (LEASE_S / 6) * second
}

/** How long one waits for the others: a promotion holds the lock for some requests to the target, seconds each where it is slow. */
const PATIENCE_S = 120;
/** How often one asks who holds it. */
const ASKING_S = 5;

/** A lock as somebody has it. */
                           
                                                                                    
                       
                                                                                 
                        
 

/** A lock that one may have at a time, as it is kept somewhere. */
                           
                                                    
                          
                                                                                          
                                         
                                 
                          
                                                                   
                                         
                                                              
                         
 

/**
 * Waits until a lock is free, acts, and gives it back. A run that broke off leaves it behind: its time ends, and whoever waits then takes
 * it away. Who waits too long before that is told who has it.
 */
async function takeTurns   (lock          , second        , act                  )             {
  // By a clock that nobody sets: one that is put right meanwhile must not end the wait, nor make it longer.
  const until = performance.now() + PATIENCE_S * second;
  let asked = Number.NEGATIVE_INFINITY;
  while (!(await lock.take())) {
    const late = performance.now() > until;
    if (late || performance.now() - asked > ASKING_S * second) {
      asked = performance.now();
      const held = await lock.holder();
      if (held && !late && leaseEnded(held.words, second)) {
        await lock.breakOff(held);
        continue
      }
      if (held && late)
        throw new UserError('promotion.locked', `Expected to lock the target but it is held: ${held.words}`, {
          hint: `If no promotion is running, one broke off: wait for its end, or ${lock.remove}`,
          kind: 'environment',
        })
    }
    await setTimeout((0.3 + Math.random() * 0.7) * second);
  }
  try {
    return await act()
  } finally {
    // What was done stands, and is to be told; whoever comes next and finds the lock is told whose it was.
    await lock.release().catch(() => {});
  }
}

export { leaseText as l, takeTurns as t };
