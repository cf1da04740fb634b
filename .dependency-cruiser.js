// The rooms of the house: imports run one way, from pages down to the dataset.
const rooms = ['dataset', 'engine', 'slice', 'statistics', 'claims', 'figures'];
const pure = 'src/(slice|statistics|claims|figures)/';

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
      from: { orphan: true, path: `src/(${rooms.join('|')}|publication|rendering)/` },
      to: {},
    },
    {
      name: 'pure-rooms-stay-pure',
      comment: 'What runs in both engines touches no file system, no DOM, no build and no page.',
      severity: 'error',
      from: { path: pure },
      to: { path: ['src/(islands|components|layouts|pages|publication|rendering|site)/'] },
    },
    {
      name: 'pure-rooms-without-node',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-astro-below-components',
      severity: 'error',
      from: { path: `src/(${rooms.join('|')}|publication|rendering|islands)/` },
      to: { path: '^(node_modules/)?astro(/|:|$)' },
    },
    {
      name: 'islands-without-node',
      severity: 'error',
      from: { path: 'src/islands/' },
      to: { dependencyTypes: ['core'] },
    },
    // A room may use the rooms that stand before it in the list, never those after it.
    ...rooms.map((room, index) => ({
      name: `${room}-looks-down-only`,
      severity: 'error',
      from: { path: `src/${room}/` },
      to: {
        path: `src/(${[...rooms.slice(index + 1), 'publication', 'rendering', 'islands', 'site'].join('|')})/`,
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
