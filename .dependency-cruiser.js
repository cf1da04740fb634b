// Imports run one way, from pages down to the dataset.
const layers = ['choices', 'dataset', 'engine', 'slice', 'statistics', 'claims', 'figures'];
const pure = 'src/(slice|statistics|claims|figures)/';
const applications = ['choose', 'explorer', 'finder', 'search', 'sql'];
// What runs in the browser alone: what any page needs, and the applications that stand on it.
const browser = ['reader', ...applications].join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: `src/(${layers.join('|')}|publication|rendering)/` },
      to: {},
    },
    {
      name: 'pure-layers-stay-pure',
      comment: 'What runs in both engines touches no file system, no DOM, no build and no page.',
      severity: 'error',
      from: { path: pure },
      to: { path: `src/(${browser}|components|layouts|pages|publication|rendering|site)/` },
    },
    {
      name: 'pure-layers-without-node',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-astro-below-components',
      severity: 'error',
      from: { path: `src/(${layers.join('|')}|publication|rendering|${browser})/` },
      to: { path: '^(node_modules/)?astro(/|:|$)' },
    },
    {
      name: 'browser-without-node',
      severity: 'error',
      from: { path: `src/(${browser})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-below-pages',
      severity: 'error',
      from: { path: `src/(${browser})/` },
      to: { path: 'src/(components|layouts|pages|publication)/' },
    },
    {
      name: 'reader-without-applications',
      severity: 'error',
      from: { path: 'src/reader/' },
      to: { path: `src/(${applications.join('|')})/` },
    },
    // A layer may use those that stand before it in the list, never those after it.
    ...layers.map((layer, index) => ({
      name: `${layer}-looks-down-only`,
      severity: 'error',
      from: { path: `src/${layer}/` },
      to: {
        path: `src/(${[...layers.slice(index + 1), 'publication', 'rendering', 'reader', ...applications, 'site'].join('|')})/`,
        dependencyTypesNot: ['type-only'],
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.astro', '.css'] },
  },
};
