import { benchmarks, benchmarkTitles, type Benchmark } from '../dataset/benchmarks.ts';
import { step } from './answer.tsx';
import { alike, greatestWeight, readCriteria, type Criteria } from './criteria.ts';
import { mostBits, mostMemory } from './machine-parameters.ts';
import { bitWidths, memories } from './memory.ts';
import { weightsWords } from './words.ts';

interface Props {
  criteria: Criteria;
  linkTo(part: Partial<Criteria>): string;
  choose(part: Partial<Criteria>): void;
}

interface ChoiceProps extends Props {
  title: string;
  name: 'memory' | 'bits';
  values: readonly number[];
  unit: string;
}

/** Links to the answers for some values of a criterion: to pages of the report, so that they need no script. */
function Links({ title, name, values, unit, criteria, linkTo, choose }: ChoiceProps) {
  return (
    <div class="choose-links" role="group" aria-labelledby={`choose-${name}`}>
      <span id={`choose-${name}`} class="choose-title">
        {title}
      </span>
      <ul>
        {values.map((value) => (
          <li key={value}>
            <a
              href={linkTo({ [name]: value })}
              aria-current={criteria[name] === value ? 'true' : undefined}
              onClick={(event) => step(event, () => choose({ [name]: value }))}
            >
              {value}
              <span class="sr-only">{unit}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A value as the address would have it; nothing where it could not be read. */
function typed(name: string, text: string): Criteria | undefined {
  const query = new URLSearchParams([[name, text]]);
  const { criteria, problems } = readCriteria(`https://example.org/?${query}`);
  return text.trim() === '' || problems.length > 0 ? undefined : criteria;
}

/** What the reader says of the machine and asks of the models. */
export function Controls(props: Props) {
  const { criteria, choose } = props;
  const { weights } = criteria;
  const weigh = (name: Benchmark, text: string) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= 0 && value <= greatestWeight)) return;
    const changed = { ...weights, [name]: value };
    const first = changed.ifeval;
    if (benchmarks.every((each) => changed[each] === 0)) return;
    choose({ weights: benchmarks.every((each) => changed[each] === first) ? alike : changed });
  };
  return (
    <div class="choose-controls" role="group" aria-label="Machine and models">
      <Links {...props} title="Memory, GB" name="memory" values={memories} unit=" GB" />
      <Links {...props} title="Bits of a weight" name="bits" values={bitWidths} unit=" bits" />
      <div class="choose-filters">
        <label>
          Another memory, GB{' '}
          <input
            type="number"
            autocomplete="off"
            name="memory"
            min="0.1"
            max={mostMemory}
            step="any"
            value={criteria.memory}
            onChange={({ currentTarget }) => {
              const read = typed('memory', currentTarget.value);
              if (read) choose({ memory: read.memory });
              else currentTarget.value = String(criteria.memory);
            }}
          />
        </label>
        <label>
          Other bits{' '}
          <input
            type="number"
            autocomplete="off"
            name="bits"
            min="0.1"
            max={mostBits}
            step="any"
            value={criteria.bits}
            onChange={({ currentTarget }) => {
              const read = typed('bits', currentTarget.value);
              if (read) choose({ bits: read.bits });
              else currentTarget.value = String(criteria.bits);
            }}
          />
        </label>
        <label>
          Licence{' '}
          <select
            name="licence"
            autocomplete="off"
            value={criteria.licence}
            onChange={({ currentTarget }) =>
              choose({ licence: currentTarget.value === 'free' ? 'free' : 'any' })
            }
          >
            <option value="any">any</option>
            <option value="free">free for any use</option>
          </select>
        </label>
        {(
          [
            ['onHub', 'Still on the Hub'],
            ['officialOnly', 'Official models only'],
            ['withoutCautioned', 'Without cautioned models'],
          ] as const
        ).map(([name, title]) => (
          <label key={name}>
            <input
              type="checkbox"
              autocomplete="off"
              name={name}
              checked={criteria[name]}
              onChange={({ currentTarget }) => choose({ [name]: currentTarget.checked })}
            />{' '}
            {title}
          </label>
        ))}
        <details>
          <summary>
            What matters: {weights === alike ? 'the average of the six' : weightsWords(weights)}
          </summary>
          <div class="choose-weights" role="group" aria-label="Weights of the benchmarks">
            {benchmarks.map((name) => (
              <label key={name}>
                {benchmarkTitles[name]}{' '}
                <input
                  type="number"
                  autocomplete="off"
                  name={name}
                  min="0"
                  max={greatestWeight}
                  step="any"
                  value={weights[name]}
                  onChange={({ currentTarget }) => {
                    weigh(name, currentTarget.value);
                  }}
                />
              </label>
            ))}
            <button class="tool-button" type="button" onClick={() => choose({ weights: alike })}>
              All alike
            </button>
          </div>
        </details>
      </div>
    </div>
  );
}
