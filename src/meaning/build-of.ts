import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

const git = (...words: string[]): string =>
  execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/**
 * The folder of a build of a commit, made where there is none yet in the cache.
 *
 * @param ref a branch, a tag or a commit
 * @throws Error where there is no such commit, or it does not build
 */
export function buildOf(ref: string): string {
  let commit: string;
  try {
    commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  } catch {
    throw new Error(`“${ref}” is neither a folder with a built report nor a commit of this repository.`);
  }
  const built = resolve('.cache/meaning', commit);
  if (existsSync(built)) return built;
  const tree = resolve('.cache/meaning', `tree-${commit}`);
  mkdirSync(resolve('.cache/meaning'), { recursive: true });
  try {
    git('worktree', 'add', '--detach', '--force', tree, commit);
    install(tree);
    // What the build computes it keeps by what it is computed from.
    for (const name of ['analyses', 'answers', 'profiles'])
      if (existsSync(join('.cache', name)))
        cpSync(join('.cache', name), join(tree, '.cache', name), { recursive: true });
    console.error(`Building ${ref} (${commit.slice(0, 12)}) to compare with …`);
    run(tree, process.execPath, 'node_modules/astro/bin/astro.mjs', 'build');
    renameSync(join(tree, 'dist'), built);
    return built;
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', tree]);
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Gives a tree its packages: those that are here, where it asks for the same. */
function install(tree: string): void {
  const lock = 'package-lock.json';
  if (!readFileSync(lock).equals(readFileSync(join(tree, lock)))) return run(tree, 'npm', 'ci');
  // One by one, so that caches of the build stay apart.
  mkdirSync(join(tree, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((each) => !each.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(tree, 'node_modules', name));
}

function run(folder: string, command: string, ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BASE_PATH: '', SITE_URL: '' },
  });
  if (status !== 0)
    throw new Error(`“${[command, ...words].join(' ')}” failed there:\n${stdout}${stderr}`.slice(-5000));
}
