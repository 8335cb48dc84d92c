import { _ as _enum } from './schemas2.js';

/** How bad a vulnerability is, worst first; `unknown` where nobody has rated it in a way that can be read. */
const Severity = _enum(['critical', 'high', 'medium', 'low', 'none', 'unknown']);
                                               

/** The worst that is known; `unknown` only where nothing is. */
function worstSeverity(severities                     )           {
  return Severity.options.find(severity => severities.includes(severity)) ?? 'unknown'
}

/** The band of a CVSS score (CVSS 3.1, Qualitative Severity Rating Scale). */
function severityOfScore(score        )           {
  if (!(score >= 0 && score <= 10)) return 'unknown'
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'none'
}

const WORDS = new Map                  ([
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['info', 'none'],
  ['none', 'none'],
]);

/** What a database's own word means: `MODERATE` is `medium`. */
const severityOfWord = (word         )           =>
  typeof word === 'string' ? (WORDS.get(word.toLowerCase()) ?? 'unknown') : 'unknown';

/** What can end the scan of a file before it is whole. */
const LIMITS = ['time', 'memory', 'crash', 'size', 'depth', 'ratio', 'change'];         
                                           

/** How far untrusted content is followed. */
                         
                                                                            
                        
                                                                                                    
                        
 

/** What one file may take besides. */
                                            
                                                            
                          
                                                     
                         
 

/** Also the defaults of the settings. */
const USUAL_LIMITS             = { depth: 4, ratio: 100, seconds: 60, memory: 2048 };

export { LIMITS as L, Severity as S, USUAL_LIMITS as U, severityOfScore as a, severityOfWord as s, worstSeverity as w };
