import { l as lakefsAddress } from './lakefs-address.js';

/** Materials that are the data judged; a reference, a champion or a contract was only held against it. */
const JUDGED                                = new Set(['data', 'predictions', 'current']);

/** An object of lakeFS that was judged, at the commit it was read at. */
                               
                             
                         
                       
                                                               
                       
 

/** What of lakeFS's was judged, of the materials of evidence or of a certificate. */
const judgedObjects = (materials                     )                 =>
  materials.flatMap(({ role, name, origin }) => {
    if (!JUDGED.has(role) || origin?.kind !== 'lakefs' || origin.pinned === undefined) return []
    const address = lakefsAddress(origin.pinned);
    return address ? [{ repository: address.repository, commit: address.ref, path: address.path, name }] : []
  });

/** A commit that holds judged data. */
                               
                             
                         
                                            
                                  
 

/** The commits whose data, or whose model, gates have read, each once. */
function certifiedCommits(evidence                     )                 {
  const commits = new Map                                                                ();
  for (const { repository, commit, name } of evidence.flatMap(({ materials }) => judgedObjects(materials))) {
    const key = `${repository}/${commit}`;
    const known = commits.get(key) ?? { repository, commit, refs: [] };
    const ref = lakefsAddress(name)?.ref;
    if (ref !== undefined && !known.refs.includes(ref)) known.refs.push(ref);
    commits.set(key, known);
  }
  return [...commits.values()]
}

/** The name of the tag: lakeFS takes no slash in it. The commit is part of it where a certificate is about several of one repository. */
const certifiedTag = (certificate        , commit        , alone         )         =>
  `certified-${certificate.slice(0, 16)}${alone ? '' : `-${commit.slice(0, 8)}`}`;

export { certifiedTag as a, certifiedCommits as c, judgedObjects as j };
