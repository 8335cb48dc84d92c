import { V as VERSION } from './version.js';
import { d as documentName } from './evidence-document.js';
import { p as policyDigest } from './policy-digest.js';
import { V as VERIFIER_ID, M as MAX_LISTED_FILES, S as STATEMENT_TYPE } from './read-statement.js';
import { i as instant } from './instant.js';
import { S as SUMS_FILE } from './record-files.js';

/** Everything that certificate and refusal are made of. */
                                 
                          
                                                                                               
                                      
                                                 
                         
                            
                                                          
                                            
                    
                                            
                                              
                                        
                                     
                                     
   
                   
                                                           
                                                           
                                                         
 

/** The head of a statement: the model by its id, then each of its files unless they are too many. */
function statementHead({ modelId, subject }                                             ) {
  const files = subject.length > MAX_LISTED_FILES ? [] : subject;
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: SUMS_FILE, digest: { sha256: modelId, dirHash1: modelId } },
      ...files.map(({ name, digest }) => ({ name, digest })),
    ],
  }
}

/** What certificate and refusal both say: who decided when, about what, by which policy, on which evidence. */
function predicateHead(input                ) {
  const { model, modelId, documents, policy, policyUri, policyCommit, at, sha256 } = input;
  return {
    verifier: { id: VERIFIER_ID, version: { proofmark: VERSION } },
    timeVerified: instant(at),
    resourceUri: resourceUri(model, modelId),
    policy: {
      uri: policyUri,
      digest: {
        sha256: policyDigest(policy, sha256),
        ...(policyCommit === undefined ? {} : { gitCommit: policyCommit }),
      },
    },
    inputAttestations: input.attestations ?? documents.flatMap(evidenceResource),
  }
}

/** An evidence file by its bytes; nothing of one that could not be read. */
const evidenceResource = (document                  )             =>
  document.sha256 === undefined ? [] : [{ uri: documentName(document), digest: { sha256: document.sha256 } }];

/** What a verification summary calls a model: a package URL (ECMA-427) of type generic where it has a name, else its id. */
function resourceUri({ name, version }                         , id        )         {
  if (name === undefined) return `urn:sha256:${id}`
  return `pkg:generic/${encodeURIComponent(name)}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}

export { evidenceResource as e, predicateHead as p, resourceUri as r, statementHead as s };
