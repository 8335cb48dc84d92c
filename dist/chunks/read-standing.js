import { r as readPointer } from './pointer.js';

/** One step of a promotion. `inconclusive` stops it as `failed` does: what we do not know is no consent. */
                                
                                               
                        
                          
                                          
                         
                        
 

const TITLE                                      = {
  verify: 'The certificate holds for the model',
  'not-revoked': 'Nobody has revoked it',
  current: 'What production points at is known',
  from: 'Production points where it was expected to',
  baseline: 'Production points at the champion that it was compared with',
  place: 'The model is at the target',
  stored: 'The bytes at the target are the certified ones',
  point: 'Production points at the model',
  'read-back': 'Read back, it is so',
  undo: 'Production points where it did before',
  log: 'It is in the log',
  tell: 'Everybody whom the settings name was told',
};

/** A step with the title that belongs to it. */
const promotionStep = (
  id                     ,
  status         ,
  reason        ,
  hint         ,
)                => ({ id, title: TITLE[id], status, reason, ...(hint === undefined ? {} : { hint }) });

/** Where production points, understood. */
                        
                             
                                                                    
                                       
                              
 

/**
 * Reads where a target points. What is none of ours stops everything: we would overwrite what we do not understand. `replacing` names
 * what may be, as whoever asks knows it.
 */
async function readStanding(target                 , replacing         )                 {
  const standing = await target.current();
  if (standing.foreign) return { standing, pointer: undefined, step: foreignStep(standing.foreign, target, replacing) }
  if (standing.pointer === undefined)
    return {
      standing,
      pointer: undefined,
      step: promotionStep('current', 'passed', `${target.name} points at nothing yet`),
    }
  const read = readPointer(standing.pointer);
  if ('reason' in read)
    return {
      standing,
      pointer: undefined,
      step: promotionStep(
        'current',
        'inconclusive',
        `Expected a pointer of Proofmark's at ${target.name} but found ${read.reason}`,
        'Find out who wrote it; take it away where production may do without until the next promotion',
      ),
    }
  const { pointer } = read;
  if (pointer.target !== target.name)
    return {
      standing,
      pointer: undefined,
      step: promotionStep(
        'current',
        'inconclusive',
        `Expected the pointer of ${target.name} but found one that was written for ${pointer.target}`,
        'Name the target as it was named before, or take the copied pointer away',
      ),
    }
  return {
    standing,
    pointer,
    step: promotionStep('current', 'passed', `${target.name} points at ${pointing(pointer)}`),
  }
}

function foreignStep({ words, name }         , target                 , replacing                    )                {
  if (name === undefined || name === replacing)
    return promotionStep('current', 'passed', `${target.name} points at ${words}`)
  return promotionStep(
    'current',
    'inconclusive',
    `Expected a pointer of Proofmark's at ${target.name} but found ${words}`,
    `Find out who did; if a certified model may take its place, promote with --from ${name}`,
  )
}

/** What a pointer points at, in words. */
function pointing({ to, at, by }         )         {
  const since = `since ${at}${by === undefined ? '' : `, by ${by}`}`;
  return to === null ? `nothing, ${since}` : `${to.name} (${to.id.slice(0, 12)}…), ${since}`
}

export { pointing as a, promotionStep as p, readStanding as r };
