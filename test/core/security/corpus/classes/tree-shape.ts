import { bad, defineClass, unclear } from '../define-class.ts'
import { latin1 } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { payload } from '../make/pickle.ts'

/** Trees, and the indices of sparse matrices, are followed without a look at where they lead. */
export const treeShape = defineClass({
  id: 'tree-shape',
  title: 'Trees that lead out of their memory, and what stands after them',
  source: 'sklearn/tree/_tree.pyx, _predictor.pyx; scipy/sparse/sparsetools; XGBoost and LightGBM readers',
  samples: () => [
    bad('sklearn-child-outside.pkl', fixture('pickle/tree-child-outside')),
    bad('sklearn-child-before.pkl', fixture('pickle/tree-child-before')),
    bad('sklearn-feature-outside.pkl', fixture('pickle/tree-feature-outside')),
    bad('sklearn-node-count.pkl', fixture('pickle/tree-node-count')),
    ...['child-outside', 'child-before', 'feature-outside'].map(fault =>
      bad(`sklearn-boosted-${fault}.pkl`, fixture(`pickle/boosted-${fault}`)),
    ),
    ...['kdtree', 'balltree'].flatMap(kind =>
      ['index-outside', 'nodes-outside', 'nodes-missing'].map(fault =>
        bad(`sklearn-${kind}-${fault}.pkl`, fixture(`pickle/${kind}-${fault}`)),
      ),
    ),
    ...['csr', 'csc', 'bsr'].flatMap(kind =>
      ['index-outside', 'index-below', 'pointer-outside'].map(fault =>
        bad(`scipy-${kind}-${fault}.pkl`, fixture(`pickle/${kind}-${fault}`)),
      ),
    ),
    bad('skops-child-outside.skops', fixture('skops/tree-child-outside')),
    unclear('xgboost-child-outside.json', fixture('xgboost-json/child-outside')),
    unclear('xgboost-unknown-key.json', fixture('xgboost-json/unknown-key')),
    unclear('xgboost-key-twice.json', fixture('xgboost-json/key-twice')),
    unclear('xgboost-cut-off.json', fixture('xgboost-json/cut-off')),
    unclear('xgboost-unknown-key.ubj', fixture('xgboost-ubj/unknown-key')),
    unclear('xgboost-after.ubj', `${latin1(fixture('xgboost-ubj/trees'))}${payload(4)}`),
    unclear('xgboost-old.bst', `binf${'\0'.repeat(60)}`),
    unclear('lightgbm-child-outside.txt', fixture('lightgbm/child-outside')),
    unclear('lightgbm-after.txt', `${latin1(fixture('lightgbm/trees'))}\nos.getpid()\n`),
    unclear('lightgbm-key-twice.txt', fixture('lightgbm/key-twice')),
    unclear('catboost.cbm', fixture('catboost/recognised')),
  ],
})
