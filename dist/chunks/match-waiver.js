import { p as printable } from './printable.js';

const DAY_MS = 86_400_000;

/** The last second that ISO 8601 writes with four digits of year: a waiver until 9999-12-31 ends then. */
const LAST = Date.parse('9999-12-31T23:59:59Z');

/** The moment from which a waiver no longer holds: the end of its last day, in UTC. */
const waiverEnd = ({ expires }                         )       =>
  new Date(Math.min(Date.parse(`${expires}T00:00:00Z`) + DAY_MS, LAST));

/** What a waiver may except: a finding by any of its names, in a file of this SHA-256 or in a package of this version. */
                           
                               
                                   
                     
 

/** The waivers of the policy, and the time at which they are held against findings. */
                          
                                  
                    
 

/** The waiver that excepts a finding; else why those that name it do not, as a sentence begins: `the waiver of …`. */
function matchWaiver(
  { list, now }         ,
  { rule, names, of }          ,
)                                                             {
  const named = list.filter(each => each.rule === rule && names.includes(each.name));
  const fit = named.filter(each => contentOf(each) === of);
  const waiver = fit.find(each => now.getTime() < waiverEnd(each).getTime());
  if (waiver) return { waiver }
  const [missed] = [...fit, ...named];
  if (!missed) return {}
  const why =
    contentOf(missed) === of
      ? `expired on ${missed.expires}`
      : `is for ${printable(shortly(missed))}, and this is ${printable(rule === 'vulnerabilities' ? of : of.slice(0, 12))}`;
  return { missed: `the waiver of ${printable(missed.name)} ${why}` }
}

const contentOf = (waiver        )         =>
  waiver.rule === 'vulnerabilities' ? waiver.package : waiver.sha256;

const shortly = (waiver        ) => (waiver.rule === 'vulnerabilities' ? waiver.package : waiver.sha256.slice(0, 12));

export { contentOf as c, matchWaiver as m, waiverEnd as w };
