import type { ComponentChildren } from 'preact';
import { models } from '../dataset/tables.ts';
import { benchmarkTitles } from '../dataset/benchmarks.ts';
import { refusalWord } from '../choose/refusals.ts';
import { wayAsked } from '../choose/way-asked.ts';
import { cautionWords } from '../dataset/cautions.ts';
import { hubAddress } from '../figures/hub.ts';
import { comparedMarks } from '../figures/plots/compared.ts';
import { descendantsUrl, explorerUrl } from './address.ts';
import { ComparedKey } from './compared-legend.tsx';
import { isNoise, type Difference } from './difference.ts';
import { distanceDigits, goneIn, licenceIn, type Facts } from './facts.ts';
import type { BaseMove, Child } from './family.ts';
import { ModelLink } from './model-link.tsx';
import { binWidth, peerFactor } from './profile.ts';
import { useShared } from './shared.ts';
import { Standings } from './standing.tsx';
import {
  carbonLabel,
  change,
  changeWithin,
  count,
  kg,
  measureTitle,
  ordinal,
  points,
  ranks,
  rankTitle,
  size,
  text,
} from './words.ts';

const { columns } = models;

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const mostChildren = 8;

type Mean = NonNullable<Facts['relations']['effect']>['means'][number];

/** Whether the interval of a mean change holds none at all. */
const holdsNone = ({ low, high }: Mean) => low !== null && high !== null && low <= 0 && high >= 0;

/** A model that the card names: a link where the preparation has it. */
function Named({ name, of }: { name: string; of: Facts }) {
  if (of.strangers.includes(name)) return <span>{name}</span>;
  const caution = Object.hasOwn(of.cautions, name) ? of.cautions[name]! : null;
  return <ModelLink name={name} caution={caution} onHub={!goneIn(of).has(name)} />;
}

function List({ list, of }: { list: readonly Child[]; of: Facts }) {
  return (
    <ul class="finder-list">
      {list.map((child) => (
        <li key={child.name}>
          <Named name={child.name} of={of} /> {change(child.change)}
        </li>
      ))}
    </ul>
  );
}

/** The models that have one as what `as` says, the ones that gained most first. */
function Children({ list, as, of }: { list: readonly Child[]; as: string; of: Facts }) {
  return (
    <>
      <p>
        {count(list.length)} {list.length === 1 ? 'model has' : 'models have'} it as the {as}
        {list.length > mostChildren
          ? `; these ${mostChildren} gained most over it`
          : `; ${list.length === 1 ? '' : 'each '}with its change from it`}
        .
      </p>
      <List list={list.slice(0, mostChildren)} of={of} />
      {list.length > mostChildren && (
        <details>
          <summary>The other {count(list.length - mostChildren)}</summary>
          <List list={list.slice(mostChildren)} of={of} />
        </details>
      )}
    </>
  );
}

/** The changes on the six benchmarks. */
function Moves({ from: { moves } }: { from: BaseMove }) {
  return (
    <ul class="finder-moves">
      {moves.map((move) => (
        <li key={move.benchmark} class={isNoise(move) ? 'is-noise' : undefined}>
          {benchmarkTitles[move.benchmark]} {change(move.change)}
          {isNoise(move) ? ', within its error' : ''}
        </li>
      ))}
    </ul>
  );
}

const inNoise = (difference: Difference) => (isNoise(difference) ? ', within its error' : '');

/** A model against its root and, where they are known, its parent and what the makers of the root made of it. */
function Origins({ of }: { of: Facts }) {
  const { model, relations } = of;
  const { root, parent, makers, isMakers } = relations;
  const other = (from: BaseMove) => (from.sameFormat ? '' : '; the two were asked in different formats');
  return (
    <>
      {root ? (
        <>
          <p>
            Against its root, {root.type === 'pretrained' ? 'the pretrained model' : 'the model'}{' '}
            <Named name={root.base} of={of} />: {changeWithin(root.average)} points on average
            {inNoise(root.average)}
            {other(root)}.
          </p>
          <Moves from={root} />
          {makers && (
            <>
              <p>
                Against <Named name={makers.base} of={of} />, the chat version of that root by the makers of
                the root: {changeWithin(makers.average)} points on average{inNoise(makers.average)}
                {other(makers)}. Against the root that version is at {changeWithin(makers.ofRoot)}.
              </p>
              <Moves from={makers} />
            </>
          )}
          {isMakers && <p>It is itself the chat version of that root by the makers of the root.</p>}
          {!makers && !isMakers && (
            <p class="finder-note">
              The table has no chat version of that root by its makers to compare with.
            </p>
          )}
        </>
      ) : (
        <p>
          {model.root === null
            ? 'It names no other model as its base.'
            : `Its root is ${model.root}, which is not in the table.`}
        </p>
      )}
      {parent ? (
        <>
          <p>
            Against its parent, <Named name={parent.base} of={of} />: {changeWithin(parent.average)} points on
            average{inNoise(parent.average)}
            {other(parent)}.
          </p>
          <Moves from={parent} />
        </>
      ) : (
        model.parent !== null && <p>Its parent is {model.parent}, which is not in the table.</p>
      )}
      {(root ?? parent) && (
        <p class="finder-note">
          Points of the normalised score, this model minus the other, with the 95 % interval by the number of
          questions. Within its error: that interval holds 0.
        </p>
      )}
    </>
  );
}

/** What the models that descend from one gained over it, taken together. */
function Effect({ effect }: { effect: NonNullable<Facts['relations']['effect']> }) {
  const [average, ...rest] = effect.means;
  const interval = ({ low, high }: Mean) =>
    low === null || high === null ? '' : ` (${change(low)} to ${change(high)})`;
  return (
    <>
      <p>
        Over {count(effect.models)} {effect.models === 1 ? 'model' : 'models'} with it as the root the mean
        change of the average score is {change(average!.mean)} points
        {average!.low === null
          ? '; they come from too few organisations for an interval'
          : `${interval(average!)}, with the 95 % interval clustered by organisation and lineage: they count as ${Math.round(effect.organisations) === 1 ? 'one organisation' : `some ${count(Math.round(effect.organisations))} organisations of equal size`}`}
        .
      </p>
      <ul class="finder-moves">
        {rest.map((each) => (
          <li key={each.measure} class={holdsNone(each) ? 'is-noise' : undefined}>
            {measureTitle(each.measure)} {change(each.mean)}
            {interval(each)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Relations({ of }: { of: Facts }) {
  const { explorer, cautions } = useShared();
  const { model } = of;
  const { model: name, row } = model;
  const { runs, corrections, moe, caution } = of.family;
  const ofDescendants = (page: string) => descendantsUrl(page, model.identity);
  const { descendants, children, effect } = of.relations;
  return (
    <>
      {caution && (
        <>
          <h3>{columns.caution.label}</h3>
          <p>
            {caution.evaluation === null ? '' : `Of the run ${text(caution.evaluation)}: `}
            {text(caution.evidence)}{' '}
            <span class="finder-note">
              ({text(caution.source)}; <a href={cautions}>the rules of cautions</a>)
            </span>
          </p>
        </>
      )}
      <h3>Its root</h3>
      <Origins of={of} />
      {model.copy_of !== null && (
        <p>
          It shares all its results or its weights with <Named name={model.copy_of} of={of} />.
          {of.originalAskedOtherwise &&
            ` By their records it was asked in ${wayAsked(model.chat_template)}, and the other in ${wayAsked(!model.chat_template)}.`}
        </p>
      )}
      <p>
        Lineage: {model.lineage}. <a href={ofDescendants('')}>It and its descendants as a slice</a> of this
        page, <a href={ofDescendants(explorer)}>in the explorer</a>.
      </p>
      <h3>Its descendants</h3>
      {effect && <Effect effect={effect} />}
      {descendants.length === 0 ? (
        <p>No model of the table has it as its root.</p>
      ) : (
        <Children list={descendants} as="root" of={of} />
      )}
      {children.length > 0 && <Children list={children} as="parent, as far as parents are known" of={of} />}
      {runs.length > 1 && (
        <>
          <h3>Its runs</h3>
          <ul class="finder-list">
            {runs.map((run) => (
              <li key={run.row}>
                {text(run.precision)}, {text(run.submission_date)}: {points(run.average)} points,{' '}
                {kg(run.co2_kg)}
                {run.row === row ? ', the run shown' : ''}
                {run.caution === null ? '' : `, caution: ${cautionWords(run.caution)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {(corrections.length > 0 || moe) && (
        <>
          <h3>What the review says</h3>
          <ul class="finder-list">
            {corrections.map((each) => (
              <li key={each.column}>
                {text(each.column)} set to {text(each.value)}: {text(each.reason)} ({text(each.source)})
              </li>
            ))}
            {moe && (
              <li>
                {moe.moe ? 'Mixture of Experts' : 'Dense'}: {text(moe.reason)} (active size {text(moe.method)}
                )
              </li>
            )}
          </ul>
        </>
      )}
      <p class="sr-only" role="status">
        {name} is shown.
      </p>
    </>
  );
}

interface Props {
  facts: Facts;
  /** Its place among the models that are shown, and whether they are several, so that it needs a mark. */
  place: number;
  isCompared: boolean;
  /** That the constraints leave it out, in words; blank where they do not, or while that is not known. */
  outside: string;
  remove(): void;
}

/** Everything that the table says of one model. */
export function ProfileCard({ facts, place, isCompared, outside, remove }: Props) {
  const { explorer, carbon, cautions, machine } = useShared();
  const { model, twins } = facts;
  const name = model.model;
  const refusal = refusalWord(name);
  const hub = hubAddress(name);
  const lines: [string, ComponentChildren][] = [
    ['Average', `${points(model.average)}, the ${ordinal(facts.rank.place)} of ${count(facts.of)}`],
    [rankTitle, `${ranks(facts.rank)}, by the error of the questions`],
    ['Parameters', size(model.parameters_b)],
    [
      columns.active_parameters_b.label,
      model.active_parameters_b === null ? 'not known' : size(model.active_parameters_b),
    ],
    [columns.co2_step_corrected_kg.label, kg(model.co2_step_corrected_kg)],
    ['Carbon label', carbonLabel(facts.carbonFold)],
    [columns.type.label, text(model.type)],
    [columns.architecture.label, text(model.architecture)],
    [columns.family.label, text(model.family)],
    [columns.moe.label, yesNo(model.moe)],
    ['Provider', model.official_provider ? 'official' : 'community'],
    [columns.precision.label, text(model.precision)],
    [columns.chat_template.label, yesNo(model.chat_template)],
    [
      columns.license.label,
      <>
        {licenceIn(facts)}; <a href={`${machine}#choose-licence`}>what binds it</a>
      </>,
    ],
    [columns.likes.label, count(model.likes)],
    [columns.upload_date.label, text(model.upload_date)],
    [columns.submission_date.label, text(model.submission_date)],
    [columns.on_hub.label, yesNo(model.on_hub)],
    ...(model.flagged ? ([['Flagged', 'by the maintainers']] as [string, string][]) : []),
  ];
  return (
    <article class="finder-card" aria-label={name}>
      <header>
        <h2 tabIndex={-1}>{name}</h2>
        <p>
          {isCompared && <ComparedKey at={place}> in the charts</ComparedKey>}
          {hub && model.on_hub && (
            <a href={hub} rel="noopener" aria-label={`On the Hub: ${name}`}>
              On the Hub
            </a>
          )}
          {!model.on_hub && 'Gone from the Hub when the table was made.'}{' '}
          <a href={explorerUrl(explorer, name)} aria-label={`In the explorer: ${name}`}>
            In the explorer
          </a>{' '}
          <button type="button" class="finder-remove" aria-label={`Remove ${name}`} onClick={remove}>
            Remove
          </button>
        </p>
      </header>
      {refusal && <p>By its name {refusal}: changed so that it refuses fewer requests.</p>}
      {model.caution !== null && (
        <p>
          <strong>
            <a href={cautions}>Caution</a>: {cautionWords(model.caution)}.
          </strong>
        </p>
      )}
      {outside !== '' && (
        <p>
          <strong>{outside}</strong> What is said here is among all models.
        </p>
      )}
      {twins > 1 && (
        <p>
          This preparation counts {count(twins)} models of this name, which differ in size or type; the first
          of the dataset is shown.
        </p>
      )}
      <div class="finder-columns">
        <div>
          <Standings standings={facts.standings} peers={facts.peers} colour={comparedMarks[place]!.colour} />
          <p class="finder-note">
            Its size is that of its peers when they have from {(1 / peerFactor).toFixed(2)} to {peerFactor}{' '}
            times its parameters. Bars count peers by {binWidth} points, from 0 to 100; CO₂ is on a log scale.
            The percentile is the share of peers below, those equal counted half; for CO₂ a high one means
            costly. CO₂ is the time that the evaluation took, in other units:{' '}
            <a href={carbon}>what it means</a>.
          </p>
          <h3>Nearest in ability</h3>
          <ol class="finder-list">
            {facts.neighbours.map((each, index) => (
              <li key={index}>
                <Named name={each.model} of={facts} /> {size(each.parameters_b)}, {points(each.average)}{' '}
                points, at {each.distance.toFixed(distanceDigits)}
              </li>
            ))}
          </ol>
          <p class="finder-note">
            By the distance between the six raw results, each in standard deviations over all models.
          </p>
        </div>
        <div>
          <dl class="finder-facts">
            {lines.map(([fact, value]) => (
              <div key={fact}>
                <dt>{fact}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Relations of={facts} />
        </div>
      </div>
    </article>
  );
}
