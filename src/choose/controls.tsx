import { benchmarks, benchmarkTitles, type Benchmark } from '../dataset/benchmarks.ts';
import { decimalText, numberFault, typedNumber } from '../reader/ui/typed-number.ts';
import { alike, greatestWeight, plainTypes, readCriteria, types, type Criteria } from './criteria.ts';
import {
  binaryOf,
  gigabytesOf,
  gigabyteWords,
  memoryText,
  memoryUnits,
  memoryWords,
  unitIn,
} from './gigabytes.ts';
import { licenceOptions, licencesAsked, type LicenceAsked } from './licences.ts';
import { bitWidths, memories } from './memory.ts';
import { step } from './step.ts';
import { heading, typesWords, weightsWords } from './words.ts';

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
              data-step
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

/** How the memory that is asked for stands to that of a card sold with so much, and the way from one to the other. */
function CardNote({ criteria: { memory }, linkTo, choose }: Props) {
  const sold = binaryOf(memory) ?? memory;
  const isAll = sold !== memory;
  const other = isAll ? sold : gigabytesOf(sold);
  return (
    <p class="choose-note choose-card">
      A card sold with {memoryWords(sold)} holds as many GiB, {gigabyteWords(gigabytesOf(sold))} of 10⁹ bytes;
      its driver and a display take some of it.{' '}
      <a
        href={linkTo({ memory: other })}
        data-step
        onClick={(event) => step(event, () => choose({ memory: other }))}
      >
        Ask for {isAll ? memoryWords(other) : `all ${memoryText(other)}`}
      </a>
    </p>
  );
}

/** A value as the address would have it, or what is wrong with it. */
function read(name: string, text: string): Criteria | string {
  const query = new URLSearchParams([[name, text]]);
  const { criteria, problems } = readCriteria(`https://example.org/?${query}`);
  return problems[0] ?? criteria;
}

/** A number as it stays in its field, with the unit that another number would be without. */
const plain = (typed: number, text: string) => `${decimalText(typed)}${unitIn(text) === 'GiB' ? ' GiB' : ''}`;

interface NumberProps {
  title: string;
  name: string;
  units?: readonly string[];
  /** What it holds, as the reader could have typed it. */
  value: string;
  /** Takes a number, and the text that it was typed as, or answers what is wrong with it. */
  take(number: number, text: string): string | undefined;
}

/** A field for a number, with or without its unit. What cannot be read is said beside it; a blank one is as it was. */
const NumberField = ({ title, name, units = [], value, take }: NumberProps) => (
  <label>
    {title}{' '}
    <input
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      maxLength={20}
      name={name}
      value={value}
      onChange={({ currentTarget }) => {
        const typed = typedNumber(currentTarget.value, ...units);
        const fault =
          typed === null
            ? undefined
            : typeof typed === 'number'
              ? take(typed, currentTarget.value)
              : numberFault(currentTarget.value, typed);
        currentTarget.setCustomValidity(fault ?? '');
        if (currentTarget.reportValidity())
          currentTarget.value = typeof typed === 'number' ? plain(typed, currentTarget.value) : value;
      }}
    />
  </label>
);

/** What the reader says of the machine and asks of the models. */
export function Controls(props: Props) {
  const { criteria, choose } = props;
  const { weights } = criteria;
  const weigh = (name: Benchmark, value: number) => {
    if (!(value >= 0 && value <= greatestWeight)) return `write a weight from 0 to ${greatestWeight}`;
    const changed = { ...weights, [name]: value };
    const first = changed.ifeval;
    if (benchmarks.every((each) => changed[each] === 0)) return 'of the weights one has to be more than 0';
    return void choose({ weights: benchmarks.every((each) => changed[each] === first) ? alike : changed });
  };
  return (
    <div class="choose-controls" role="group" aria-label="Machine and models">
      <Links {...props} title="Memory, GB" name="memory" values={memories} unit=" GB" />
      <CardNote {...props} />
      <Links {...props} title="Bits of a weight" name="bits" values={bitWidths} unit=" bits" />
      <div class="choose-filters">
        <NumberField
          title="Another memory, GB"
          name="memory"
          units={memoryUnits}
          value={memoryText(criteria.memory)}
          take={(_, text) => {
            const asked = read('memory', text);
            if (typeof asked === 'string') return asked;
            return void choose({ memory: asked.memory });
          }}
        />
        <NumberField
          title="Other bits"
          name="bits"
          units={['bits']}
          value={decimalText(criteria.bits)}
          take={(_, text) => {
            const asked = read('bits', text);
            if (typeof asked === 'string') return asked;
            return void choose({ bits: asked.bits });
          }}
        />
        <label>
          Licence{' '}
          <select
            name="licence"
            autocomplete="off"
            value={criteria.licence}
            onChange={({ currentTarget }) => choose({ licence: currentTarget.value as LicenceAsked })}
          >
            {licencesAsked.map((value) => (
              <option key={value} value={value}>
                {licenceOptions[value]}
              </option>
            ))}
          </select>
        </label>
        {(
          [
            ['onHub', 'Still on the Hub'],
            ['officialOnly', 'Official models only'],
            ['withoutCautioned', 'Without cautioned models'],
            ['inChatFormat', 'Asked in the chat format'],
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
          <summary>Type: {criteria.types.length === 0 ? 'any' : typesWords(criteria.types)}</summary>
          <div class="choose-types" role="group" aria-label="Types">
            {types.map((type) => (
              <label key={type}>
                <input
                  type="checkbox"
                  autocomplete="off"
                  name={type}
                  checked={criteria.types.includes(type)}
                  onChange={({ currentTarget: { checked } }) => {
                    const others = criteria.types.filter((each) => each !== type);
                    choose({ types: plainTypes(checked ? [...others, type] : others) });
                  }}
                />{' '}
                {heading(type)}
              </label>
            ))}
            <p class="choose-note">
              The word of whoever handed the model in. How it was asked is{' '}
              <a href="#choose-format">another question</a>, with a box of its own.
            </p>
          </div>
        </details>
        <details>
          <summary>
            What matters: {weights === alike ? 'the average of the six' : weightsWords(weights)}
          </summary>
          <div class="choose-weights" role="group" aria-label="Weights of the benchmarks">
            {benchmarks.map((name) => (
              <NumberField
                key={name}
                title={benchmarkTitles[name]}
                name={name}
                value={decimalText(weights[name])}
                take={(typed) => weigh(name, Number(decimalText(typed)))}
              />
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
