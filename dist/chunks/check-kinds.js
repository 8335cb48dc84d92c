/** What a kind of security check is about, for somebody who sees one alert of it. */
                            
                        
                              
                       
                                                                   
                           
 

/** Security checks by the beginning of their ids. */
const CHECK_KINDS                                      = {
  artefact: {
    title: 'Loading the file would run only what is known to be harmless',
    description: 'A model file imports or calls what is not on the allow list, or cannot be read to its end.',
    help: 'Do not load the file. Train and save the model again from sources you trust, as skops, ONNX or safetensors, which run nothing.',
    severity: 9.8,
  },
  secrets: {
    title: 'Text files hold no credentials',
    description: 'A text holds what looks like a password, key or token.',
    help: 'Revoke the credential first, then take it out of the file and of its history, and read it from the environment instead.',
    severity: 8.8,
  },
  loader: {
    title: 'The pinned loaders load the scanned files safely',
    description:
      'A library is pinned at a version with a known fault in loading a kind of file that is among those scanned.',
    help: 'Update the library to the version that the alert names.',
    severity: 8.1,
  },
  waivers: {
    title: 'Every waiver is needed and in force',
    description: 'A waiver of the policy has expired or excepts nothing, or a pull request would change the waivers.',
    help: 'Take the waiver out of the policy, or have its owner renew it for what the file is now.',
    severity: 3,
  },
  'secrets-baseline': {
    title: 'The baseline of credentials does not grow',
    description: 'A pull request would add credentials to the baseline, of which every one only warns.',
    help: 'See that each of them was there before, and is being revoked.',
    severity: 6,
  },
  dependencies: {
    title: 'Every dependency has an exact version',
    description:
      'A dependency is declared without an exact version, so that the same commit can install something else tomorrow.',
    help: 'Pin each dependency with ==, or install from a lock file.',
    severity: 4,
  },
  vulnerabilities: {
    title: 'Dependencies have no known vulnerability',
    description: 'A version that is installed or allowed has a vulnerability that a database knows of.',
    help: 'Update the dependency to the version that the alert names, or replace it.',
    severity: 7.5,
  },
  sensitive: {
    title: 'The contract classifies every column of sensitive data',
    description:
      'A column seems to hold personal or otherwise sensitive data that the contract does not classify, or nobody could tell.',
    help: 'Set the classification of the column in the contract, or drop or pseudonymise the column.',
    severity: 6,
  },
  'sensitive-header': {
    title: 'The first line of a table names its columns',
    description: 'The first line of a table holds values, so that its columns have no names.',
    help: 'Put a line with the names of the columns before the first row.',
    severity: 4,
  },
  'k-anonymity': {
    title: 'No row of a table stands out by its quasi-identifiers',
    description:
      'Too few rows of a table share their quasi-identifiers, so that a person could be singled out, or nobody could tell.',
    help: 'Coarsen the quasi-identifiers, or drop the rows or columns that make rows stand out.',
    severity: 5,
  },
  'l-diversity': {
    title: 'Rows that share their quasi-identifiers differ in what is sensitive',
    description:
      'Rows that share their quasi-identifiers also share a sensitive value, so that it is known of whoever is among them.',
    help: 'Coarsen the quasi-identifiers, or drop the sensitive column.',
    severity: 5,
  },
  workflow: {
    title: 'Workflows leave no way around the gate',
    description:
      'A GitHub Actions workflow cannot be read, so that nobody can tell whether it leaves a way around the gate.',
    help: 'Mend the workflow file; GitHub would not run it as it is.',
    severity: 5,
  },
};

export { CHECK_KINDS as C };
