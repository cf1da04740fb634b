// Ends with a message where another Node than the one of package.json runs this. It is JavaScript, and asks nothing of a
// newer version, because it has to run on those that it refuses.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const required = engines.node.split('.')[0];

/**
 * Why a version of Node is refused, for people; undefined where it is the one that is required.
 *
 * @param {string} version as `process.versions.node` has it
 * @returns {string | undefined}
 */
export const refusalOf = (version) =>
  version.split('.')[0] === required
    ? undefined
    : `The report is built with Node ${required}, and this is Node ${version}, which computes a last digit of some numbers otherwise. ` +
      `On Linux x64 “npm ci” brings Node ${required} along for every “npm run …”; elsewhere install it, with “nvm install” or from nodejs.org.`;

const refusal = refusalOf(process.versions.node);
if (refusal !== undefined) {
  console.error(refusal);
  process.exit(1);
}
