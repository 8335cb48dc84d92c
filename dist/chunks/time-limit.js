/** Seconds beyond the limit, but no more than the limit itself, after which an answer is waited for no longer, however it comes. */
const GRACE = 10;

/** The time that a statement may take. */
                            
                                                                                                                   
                              
                   
                                                             
                              
 

function timeLimit(seconds        )            {
  const until = performance.now() + seconds * 1000;
  const signal = AbortSignal.timeout(Math.round((seconds + Math.min(GRACE, seconds)) * 1000));
  return {
    signal,
    isOver: () => performance.now() > until,
    why: cause => (signal.aborted ? new Error(`it took more than ${seconds} s`, { cause }) : cause),
  }
}

/** For what is told to a server when nobody waits for its answer any more. */
const briefly = ()              => AbortSignal.timeout(GRACE * 1000);

export { briefly as b, timeLimit as t };
