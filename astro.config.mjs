import './src/site/required-node.mjs';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/content-check/dev.ts';
import { Features } from 'lightningcss';
import { partsOnDemand } from './src/rendering/parts-on-demand.ts';
import { withoutCompiler } from './src/rendering/without-compiler.ts';
import { withoutPublishedOnly } from './src/rendering/without-published-only.ts';
import { answerFiles } from './src/site/answer-files.ts';
import { earlyModules } from './src/site/early-modules.ts';
import { withoutMeanings } from './src/site/browser-dictionary.ts';
import { licences } from './src/site/licences.ts';
import { onePageEdition } from './src/site/one-page-edition.ts';
import { searchIndex } from './src/site/search-index.ts';
import { siteMap } from './src/site/site-map.ts';
import { recordBuild } from './src/site/build-record.ts';
import { markdownFeatures } from './src/site/mdx.ts';
import { mdxPlaces } from './src/site/mdx-places.ts';
import { mdxBasePath } from './src/site/mdx-base-path.ts';
import { mdxScrolling } from './src/site/mdx-scrolling.ts';

const base = process.env.BASE_PATH || '/';

/** What decides whether a slice is answered from a file or by the engine. */
const ofAsking =
  /src\/(?:engine\/(?:progress|request|engine-error)|reader\/(?:session|answers\/answer-file)|slice\/answered)\.ts$/;

/** What answers a slice on a chapter and what the tools answer with as well; presets are there before anything is answered. */
const ofAnswers =
  /src\/(?:statistics|dataset|slice(?!\/facets)|claims)\/[\w/-]+\.ts$|src\/figures\/theme\.ts$|node_modules\/d3-(?:array|format)\//;

/** What draws a living chart, in a chapter and in the tools. */
const ofLiveCharts =
  /src\/reader\/(?:chart\/(?:chart|model-walk|nearest)|answers\/(?:live-figure|shown-figure))\.ts$/;

/** What the bar of every chapter imports, besides what is its own. */
const ofEveryBar =
  /src\/(?:choices\/choices|dataset\/(?:benchmarks|day|grouping|size-classes)|reader\/(?:address|reader-slice|listeners|failed-import|load-part|newest|answers\/(?:folded|page-answers)|versus\/(?:asked|parameter))|slice\/(?:fields?|parameters|slice|unknown-parameters|kinds\/\w+))\.ts$/;

export default defineConfig({
  base,
  // Without a site address pages carry no canonical link, rather than a wrong one.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [
    mdx(),
    contentCheck(),
    answerFiles(),
    earlyModules(),
    siteMap(),
    searchIndex(),
    onePageEdition(),
    licences(),
    recordBuild(),
  ],
  devToolbar: { enabled: false },
  markdown: {
    // The highlighter writes inline styles, which the Content-Security-Policy forbids.
    syntaxHighlight: false,
    processor: satteri({
      hastPlugins: [mdxPlaces(), mdxBasePath(base), mdxScrolling()],
      features: markdownFeatures,
    }),
  },
  vite: {
    plugins: [partsOnDemand(), withoutCompiler(), withoutMeanings(), withoutPublishedOnly()],
    // It knows names for the breakpoints (src/styles/breakpoints.css) and stops at one that it does not know.
    css: {
      transformer: 'lightningcss',
      // Light and dark are the tokens' affair: no variables for a function that no sheet calls.
      lightningcss: { drafts: { customMedia: true }, exclude: Features.LightDark },
    },
    build: {
      assetsInlineLimit: 0,
      rollupOptions: {
        onwarn(warning, warn) {
          // Astro marks its MDX modules with a directive that the bundler does not know and need not.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What is needed at once comes as one script, whoever else needs a part of it: each script of its own
                // is a request that others wait behind.
                groups: [
                  { name: 'slice', test: ofEveryBar, priority: 3 },
                  { name: 'asking', test: ofAsking, priority: 2 },
                  { name: 'live', test: ofLiveCharts, priority: 2 },
                  { name: 'answers', test: ofAnswers, minShareCount: 2, priority: 1 },
                ],
              },
            },
          },
        },
      },
    },
    // A native package: it is loaded at build time and can be neither bundled nor pre-bundled.
    ssr: { external: ['@duckdb/node-api', '@duckdb/node-bindings'] },
    optimizeDeps: { exclude: ['@duckdb/node-api', '@duckdb/node-bindings'] },
  },
});
