import { choices } from '../choices/choices.ts';
import type { Verdict } from '../claims/claim.ts';
import { readTest, TestProblem, wholeTableOnly, type SentenceTest } from '../claims/sentence-test.ts';
import { contentError, type Place } from '../publication/place.ts';
import { keysOf } from '../references/citations.ts';
import { mathml } from '../site/mathml.ts';
import { closest } from 'fastest-levenshtein';

/** What the ids of props name. */
export type Named = 'statistic' | 'claim' | 'figure' | 'replica' | 'term' | 'work';

/** Ids of one kind in the value of a prop. */
interface Names {
  kind: Named;
  ids(value: unknown): readonly string[];
}

/** A prop: a sentence that says what is right, a test, and the ids that a value names. */
export interface Prop<T = unknown> {
  expects: string;
  accepts(value: unknown): boolean;
  names?: readonly Names[];
  /** Never there: the type of the values, for whoever takes them. */
  value?: T;
}

const oneOf = <T extends string>(...values: T[]): Prop<T> => ({
  expects: `one of ${values.map((value) => `“${value}”`).join(', ')}`,
  accepts: (value) => values.includes(value as T),
});

const flag: Prop<boolean> = {
  expects: 'no value',
  accepts: (value) => typeof value === 'boolean',
};

const text: Prop<string> = {
  expects: 'a text',
  accepts: (value) => typeof value === 'string',
};

const isId = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const idOf = (kind: Named, expects: string): Prop<string> => ({
  expects,
  accepts: isId,
  names: [{ kind, ids: (value) => [value as string] }],
});

const keys: Prop<string> = {
  expects: 'keys of content/references.bib, separated by blanks,',
  accepts: isId,
  names: [{ kind: 'work', ids: (value) => keysOf(value as string) }],
};

/** The test of a sentence, or why it cannot be read. */
function testIn(value: unknown): SentenceTest | TestProblem {
  try {
    return readTest(String(value));
  } catch (error) {
    if (error instanceof TestProblem) return error;
    throw error;
  }
}

const idsIn = (of: 'statistics' | 'claims') => (value: unknown) => {
  const test = testIn(value);
  return test instanceof TestProblem ? [] : test[of];
};

const sentenceTest: Prop<string> = {
  expects: 'a test over statistics or claims, as in that="low(scaling.r2) > 0.2",',
  accepts: isId,
  names: [
    { kind: 'statistic', ids: idsIn('statistics') },
    { kind: 'claim', ids: idsIn('claims') },
  ],
};

const options = choices.flatMap(({ id, others }) => others.map((option) => `${id}=${option.id}`));

const figure = idOf('figure', 'the id of a figure');
const preparation = oneOf('reviewed', 'prepared');
const verdict: Prop<Verdict> = oneOf('holds', 'fails', 'open');

/** A component as MDX may use it. */
interface Component {
  needs: Record<string, Prop>;
  takes: Record<string, Prop>;
  /** Whether text may stand between its tags, or has to. */
  content: 'none' | 'optional' | 'needed';
  /** Whether it stands between paragraphs or within one; for a formula that depends on whether it is displayed. */
  place: 'block' | 'inline' | ((displayed: boolean) => 'block' | 'inline');
  /** What else is wrong with props that are right one by one. */
  rule?(props: Record<string, unknown>): string | undefined;
}

/** Every component that MDX may use, with its props: what needs to be there, and what may. */
export const components = {
  Answer: {
    // The figure that carries the answer; a small chart of it stands beside the text and leads to it.
    needs: { figure },
    takes: {},
    content: 'needed',
    place: 'block',
  },
  Cite: {
    needs: { id: keys },
    // Makes the authors part of the sentence; for one work.
    takes: { narrative: flag },
    content: 'none',
    place: 'inline',
    rule: ({ id, narrative }) =>
      narrative && keysOf(id as string).length > 1
        ? `<Cite narrative> takes one work, not ${keysOf(id as string).length}: write an element for each`
        : undefined,
  },
  Claim: {
    // The verdict that the text relies on, and the one on the seed's preparation where it differs.
    needs: { id: idOf('claim', 'the id of a claim'), says: verdict },
    takes: { prepared: verdict },
    content: 'none',
    place: 'block',
  },
  CoverageTable: { needs: {}, takes: {}, content: 'none', place: 'block' },
  EmbeddingSizes: { needs: {}, takes: {}, content: 'none', place: 'block' },
  ExpertsDiagram: { needs: {}, takes: {}, content: 'none', place: 'block' },
  Figure: {
    needs: { id: figure },
    takes: {
      // Shows the figure of one preparation, whatever preparation the reader chose.
      preparation,
      // Where the figure has its place, on a page that shows it alone.
      home: text,
    },
    content: 'none',
    place: 'block',
  },
  // Text and figures that the argument can do without, under a line that says what they are.
  Fold: { needs: { title: text }, takes: {}, content: 'needed', place: 'block' },
  LadderMembers: { needs: {}, takes: {}, content: 'none', place: 'block' },
  // How a chapter opens: a paragraph that answers its question and the figure that shows the answer.
  Lead: { needs: {}, takes: {}, content: 'needed', place: 'block' },
  LineageTable: { needs: {}, takes: {}, content: 'none', place: 'block' },
  Ledger: { needs: { by: oneOf('notebook', 'report') }, takes: {}, content: 'none', place: 'block' },
  Math: {
    needs: { tex: text },
    // Puts the formula on a line of its own.
    takes: { display: flag },
    content: 'none',
    place: (displayed) => (displayed ? 'block' : 'inline'),
    rule: ({ tex, display }) => {
      try {
        mathml(tex as string, display as boolean | undefined);
        return undefined;
      } catch (error) {
        return `<Math> cannot read its TeX: ${error instanceof Error ? error.message : error}`;
      }
    },
  },
  // The title is a word or two that say what the note is about.
  Note: { needs: {}, takes: { title: text }, content: 'needed', place: 'block' },
  NotebookFigures: { needs: {}, takes: {}, content: 'none', place: 'block' },
  Says: {
    // What the words between its tags rest on, and what stands in their place where that is false.
    needs: { that: sentenceTest },
    takes: { else: text, preparation },
    content: 'needed',
    place: 'inline',
    rule: ({ that }) => {
      const test = testIn(that);
      if (test instanceof TestProblem) return `<Says> cannot read its test “${that}”: ${test.message}`;
      const kept = wholeTableOnly(test);
      const again = [...test.statistics, ...test.claims].find((id) => !kept.includes(id));
      return kept.length > 0 && again !== undefined
        ? `<Says> compares “${kept[0]}”, which is published only of the whole table, with “${again}”, which every slice asks again; test them apart`
        : undefined;
    },
  },
  SeedFigure: {
    needs: { id: idOf('replica', 'the id of a figure that replicates one of the seed') },
    takes: {},
    content: 'none',
    place: 'block',
  },
  Stat: {
    needs: { id: idOf('statistic', 'the id of a statistic') },
    takes: {
      // Shows the value of one preparation, whatever preparation the reader chose.
      preparation,
      // Writes the 95 % interval in brackets after the value.
      interval: flag,
      // Digits after the decimal point instead of the unit's.
      digits: oneOf('0', '1', '2', '3', '4'),
    },
    content: 'none',
    place: 'inline',
  },
  Steps: { needs: { preparation }, takes: {}, content: 'none', place: 'block' },
  Term: {
    needs: { id: idOf('term', 'the name of a file in content/concepts') },
    takes: {},
    content: 'optional',
    place: 'inline',
  },
  Turned: {
    // The option that alone is taken instead of the usual one.
    needs: { by: oneOf(...options) },
    takes: {},
    content: 'none',
    place: 'inline',
  },
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

type ValueOf<P> = P extends Prop<infer T> ? T : never;
type Values<Props> = { [Name in keyof Props]: ValueOf<Props[Name]> };

/** The props of a component, typed as they are declared. */
export type PropsOf<Name extends ComponentName> = Values<(typeof components)[Name]['needs']> &
  Partial<Values<(typeof components)[Name]['takes']>> & {
    /** Where the element stands in the content. */
    at?: Place;
  };

/** A component by its name; undefined for one that MDX may not use. */
export const findComponent = (name: string): Component | undefined =>
  Object.hasOwn(components, name) ? (components[name as ComponentName] as Component) : undefined;

/** What is wrong with the props of an element, a sentence each; ids are looked up by whoever knows them. */
export function propProblems(kind: ComponentName, props: Record<string, unknown>): string[] {
  const { needs, takes, rule } = components[kind] as Component;
  const allowed: Record<string, Prop> = { ...needs, ...takes };
  const given = Object.entries(props).filter(([name, value]) => name !== 'at' && value !== undefined);
  const wrong = given.flatMap(([name, value]) => {
    const prop = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (!prop) {
      const names = Object.keys(allowed);
      const nearest =
        names.length > 0 ? `the nearest that exists is “${closest(name, names)}”` : 'it takes none';
      return [`<${kind}> has no prop “${name}”; ${nearest}`];
    }
    if (prop.accepts(value)) return [];
    return [`<${kind}> takes ${prop.expects} as “${name}”, not ${JSON.stringify(value)}`];
  });
  const missing = Object.entries(needs)
    .filter(([name]) => !given.some(([each]) => each === name))
    .map(([name, { expects }]) => `<${kind}> needs “${name}”: ${expects.replace(/,$/, '')}`);
  const problems = [...wrong, ...missing];
  const broken = problems.length === 0 ? rule?.(props) : undefined;
  return broken === undefined ? problems : [broken];
}

/** The props of an element. Throws, with the place, for the first that is wrong. */
export function checkedProps<Name extends ComponentName>(kind: Name, props: PropsOf<Name>): PropsOf<Name> {
  const [problem] = propProblems(kind, { ...props });
  if (problem !== undefined) throw contentError(props.at, problem);
  return props;
}
