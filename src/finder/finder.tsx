import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { licenceTitles } from '../choose/licences.ts';
import { machineWords } from '../choose/memory.ts';
import { quote } from '../slice/field.ts';
import { mostModels, readChoice, type Choice } from './address.ts';
import { Comparison } from './comparison.tsx';
import type { Desk } from './desk.ts';
import type { Facts } from './facts.ts';
import { FrontSection, typedMemory } from './front-section.tsx';
import { fitting } from './front.ts';
import { knownNamesOf, type KnownName } from './known-names.ts';
import { modelKey } from './model-table.ts';
import { nameIn, nearestName, searchNames } from './name-search.ts';
import { ProfileCard } from './profile-card.tsx';
import { Search } from './search.tsx';
import { Held } from '../reader/first-view/held.tsx';
import { isElsewhere } from '../reader/ui/elsewhere.ts';
import { SharedContext } from './shared.ts';
import { count } from './words.ts';

interface Props {
  desk: Pick<
    Desk,
    'answer' | 'choice' | 'choose' | 'factsOf' | 'failure' | 'linkTo' | 'onChange' | 'problems'
  >;
  /** The models that a search knows before the table is there. */
  known(): Promise<readonly KnownName[]>;
  plots: string;
  explorer: string;
  carbon: string;
  cautions: string;
  /** Address of the page that chooses by a machine. */
  machine: string;
  drawing(): string;
}

/** Most models that are offered in the place of a name that the table does not have. */
const mostMeant = 3;

const searchField = '.finder-search input';
const firstCard = '.finder-card h2';
const cardOf = ({ model }: Facts) => `.finder-card[aria-label=${CSS.escape(model.model)}] h2`;

/** What a control of the front chooses, by the parameter that it is named after. */
function chosenBy(control: HTMLInputElement | HTMLSelectElement): Partial<Choice> {
  const { choice } = readChoice(new URLSearchParams([[control.name, control.value]]));
  if (control.name === 'cost') return { cost: choice.cost };
  if (control.name === 'gain') return { gain: choice.gain };
  if (control.name === 'memory') return { memory: typedMemory(control.value) ?? null };
  if (control.name === 'bits') return { bits: choice.bits };
  if (control.name === 'licence') return { licence: choice.licence };
  const isChecked = control instanceof HTMLInputElement && control.checked;
  if (control.name === 'cautioned') return { withoutCautioned: isChecked };
  return control.name === 'still' ? { onHub: isChecked } : { withClose: isChecked };
}

/** The page for finding models: one among its peers, up to four side by side, the best for their cost. */
export function Finder({ desk, known: knownBefore, drawing, ...pages }: Props) {
  const [, draw] = useState(0);
  // At once, not after the first paint: the engine may have failed by then.
  useLayoutEffect(() => desk.onChange(() => draw((times) => times + 1)), [desk]);
  // Of another choice it is no longer true.
  const [refused, setRefused] = useState<{ name: string; by: Choice }>();
  // What is pressed may vanish by it; a keyboard must not lose its place.
  const focusNext = useRef('');
  useLayoutEffect(() => {
    if (focusNext.current === '') return;
    const next = document.querySelector<HTMLElement>(focusNext.current);
    // A card may still be on its way.
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
    focusNext.current = '';
  });
  const { choice, answer, failure, problems } = desk;
  const table = answer?.table;
  const { memory, bits, licence, onHub, withoutCautioned } = choice;
  const left = useMemo(
    () =>
      answer && fitting(answer.kept, { memory, bits, licence, onHub, withoutCautioned }, answer.table.models),
    [answer, memory, bits, licence, onHub, withoutCautioned],
  );
  const rowsLeft = useMemo(() => left && new Set(left.map(({ row }) => row)), [left]);
  const asked = [
    ...(answer?.slice ?? []),
    ...(memory === null ? [] : [`within ${machineWords({ memory, bits })}`]),
    ...(licence === 'any' ? [] : [licenceTitles[licence]]),
    ...(onHub ? ['still on the Hub'] : []),
    ...(withoutCautioned ? ['without a caution'] : []),
  ];
  const outsideOf = ({ model: { row } }: Facts) =>
    !rowsLeft || rowsLeft.has(row)
      ? ''
      : `Outside what is asked for (${asked.join(', ')}): it is ${rowsLeft.size === 1 ? 'not the one model' : `none of the ${count(rowsLeft.size)} models`} left.`;
  const known = choice.models.map((name) => ({ name, facts: desk.factsOf(name) }));
  const shown = known.flatMap(({ facts }) => (typeof facts === 'object' ? [facts] : []));
  const unknown = table ? choice.models.filter((name) => !table.positions.has(modelKey(name))) : [];
  const marked = useMemo(
    () => (table ? shown.map(({ model }) => table.models[table.positions.get(modelKey(model.model))!]!) : []),
    [table, shown.map(({ model }) => model.row).join(' ')],
  );
  const add = (name: string) => {
    focusNext.current = '';
    const others = choice.models.filter((each) => modelKey(each) !== modelKey(name));
    // Names that the table does not know give way to one that it does.
    const kept =
      others.length < mostModels
        ? others
        : others.filter((each) => !table || table.positions.has(modelKey(each)));
    if (kept.length < mostModels) desk.choose({ models: [...kept, name] });
    else setRefused({ name, by: choice });
  };
  const show = (name: string) => {
    focusNext.current = firstCard;
    desk.choose({ models: [name] });
    document.querySelector('#main')?.scrollIntoView();
  };
  const remove = ({ model }: Facts, place: number) => {
    const next = shown[place + 1] ?? shown[place - 1];
    focusNext.current = next ? cardOf(next) : searchField;
    const others = known.filter(({ facts }) => typeof facts !== 'object' || facts.model.row !== model.row);
    desk.choose({ models: others.map(({ name }) => name) });
  };
  const named = useMemo(() => table && knownNamesOf(table.models), [table]);
  /** The models that a name which the table does not have may mean. */
  const meant = (name: string): readonly string[] => {
    if (!table || !named) return [];
    const found = searchNames(named, name).slice(0, mostMeant);
    if (found.length > 0) return found.map(({ model }) => model.name);
    const nearest = nearestName(table.names, name);
    return nearest === null ? [] : [nearest];
  };
  return (
    <>
      <Search
        label={shown.length === 0 ? 'Name or address of a model' : 'Add a model to compare'}
        models={() => (named ? Promise.resolve(named) : knownBefore())}
        choose={add}
      />
      <div class="tool-state" role="status">
        {!answer && !failure && <p>Loading the tables; the bar says how far they have come.</p>}
        {failure && <p>Nothing more can be shown: {failure.replace(/\.$/, '')}.</p>}
        {refused?.by === choice && (
          <p>
            {mostModels} models are shown; remove one to add {refused.name}.
          </p>
        )}
        {problems.map((problem) => (
          <p key={problem}>Of the address: {problem}.</p>
        ))}
        {known.map(
          ({ name, facts }) =>
            typeof facts === 'string' && (
              <p key={`failed ${name}`}>
                Of {quote(name)} nothing can be said: {facts.replace(/\.$/, '')}.
              </p>
            ),
        )}
        {unknown.map((name) => {
          const names = meant(name);
          return (
            <p key={name}>
              The table has no model {quote(name)} under this preparation.{' '}
              {names.length === 0 && 'No name is near it.'}
              {names.map((each) => (
                <button
                  key={each}
                  type="button"
                  class="finder-suggestion"
                  onClick={() => {
                    focusNext.current = firstCard;
                    desk.choose({ models: choice.models.map((other) => (other === name ? each : other)) });
                  }}
                >
                  Show {each}
                </button>
              ))}
            </p>
          );
        })}
      </div>
      <SharedContext.Provider
        value={{
          ...pages,
          drawing,
          show,
          addressOf: (name) => desk.linkTo({ models: [name] }),
        }}
      >
        {shown.length > 1 && (
          <Comparison
            shown={shown}
            isOutside={(at) => outsideOf(shown[at]!) !== ''}
            against={(at) => {
              const { name } = known.find(({ facts }) => facts === shown[at])!;
              desk.choose({ models: [name, ...choice.models.filter((each) => each !== name)] });
            }}
          />
        )}
        {shown.map((facts, place) => (
          <ProfileCard
            key={facts.model.row}
            facts={facts}
            place={place}
            isCompared={shown.length > 1}
            outside={outsideOf(facts)}
            remove={() => remove(facts, place)}
          />
        ))}
        {answer && left ? (
          <FrontSection
            kept={left}
            noise={answer.noise}
            marked={marked}
            isOutside={(at) => outsideOf(shown[at]!) !== ''}
            choice={choice}
            change={(part) => desk.choose(part)}
          />
        ) : (
          <Held
            as="section"
            onChange={({ target }) => desk.choose(chosenBy(target as HTMLInputElement | HTMLSelectElement))}
            onClick={(event) => {
              const link = event.target instanceof HTMLAnchorElement ? event.target : undefined;
              if (!link?.hasAttribute('data-step') || isElsewhere(event)) return;
              event.preventDefault();
              // The build leads to the page of a model on the Hub, or asks for it by the address.
              const { searchParams } = new URL(link.href);
              const { models } = readChoice(searchParams).choice;
              desk.choose({ models: models.length > 0 ? models : [nameIn(link.href)] });
            }}
          />
        )}
      </SharedContext.Provider>
    </>
  );
}
