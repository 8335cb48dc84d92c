import { U as UserError } from './user-error.js';
import { f as findArtifacts } from './find-artifacts.js';
import { m as mlflowClient, n as connectionFrom, f as findModel } from './find-model.js';
import { m as modelAddress } from './model-address.js';

/**
 * Files of versions, logged models and runs. An alias is resolved once: whatever is asked of it later in the run is asked of the version
 * it pointed at first. Files have the address of the version as their name, not of the alias, so that a model has one id however it was
 * named. What a version does not hold is looked for among what its run logged: a model's predictions are there, beside the model.
 */
async function mlflowSource(environment             )                  {
  const client = mlflowClient(await connectionFrom(environment));
  const found = new Map                             ();

  return {
    async find(path) {
      const address = modelAddress(path);
      const model = await once(address);
      const files = filesOf(model, await findArtifacts(model.folder, address.path));
      if (files.length > 0) return files
      const beside =
        model.run === undefined || address.path === '' ? [] : await ofRun(model.run, address.path, model.pinned);
      if (beside.length > 0) return beside
      throw new UserError('mlflow.no-file', `Expected files at ${path} but found none (MLflow at ${client.server})`, {
        file: path,
        hint: `Look at what ${model.pinned} holds in MLflow’s page; a path is below the folder of the model`,
      })
    },
  }

  async function ofRun(id        , path        , model        )                                 {
    const run = await once({ of: 'run', id, path: '' });
    return filesOf(run, await findArtifacts(run.folder, path), model)
  }

  function once(address              )                      {
    const key = JSON.stringify({ ...address, path: '' });
    const model = found.get(key) ?? findModel(client, address, environment);
    found.set(key, model);
    return model
  }
}

/** `model`: the version that they were asked of, where they are of its run. */
const filesOf = ({ pinned, folder }            , entries                          , model         )               =>
  entries.map(({ path, bytes }) => ({
    name: `${pinned}/${path}`,
    origin: { kind: 'mlflow', pinned: `${pinned}/${path}`, ...(model === undefined ? {} : { model }) },
    bytes,
    here: folder.here(path),
    // No identity: MLflow lets what was logged be overwritten, so it is read anew in every run.
    read: from => folder.read(path, from),
  }));

export { mlflowSource };
