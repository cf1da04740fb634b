import { benchmarks } from '../dataset/benchmarks.ts';
import type { Pages } from './answer-props.ts';
import { gigabyteWords } from './gigabytes.ts';
import { finderUrl, marksOf, pageOf } from './names.tsx';
import type { Member } from './shortlist.ts';
import { restsWords, testWords } from './test-words.ts';
import { behindWords, factsOf, scoreWords } from './words.ts';

/** What is said of a model below its name. */
function Facts({ member, against, pages }: { member: Member; against: string; pages: Pages }) {
  const { candidate } = member;
  const { model, onHub } = candidate;
  const rests = restsWords(member, against);
  return (
    <>
      {factsOf(member, behindWords(member, against)).join(' · ')}
      {rests !== '' && ` · ${rests}`}
      {marksOf(candidate, pages).map((mark) => [' · ', mark])}
      {!onHub && ' · gone from the Hub'}
      <span class="choose-profile">
        {' · '}
        <a href={finderUrl(pages.finder, [model])} aria-label={`profile of ${model} in the model finder`}>
          profile
        </a>
      </span>
      <ul class="choose-scores" aria-label="Scores">
        {benchmarks.map((name) => (
          <li key={name} class={member.apart?.[name] === undefined ? undefined : 'is-apart'}>
            {testWords(member, name, against)}
          </li>
        ))}
      </ul>
    </>
  );
}

interface TableProps {
  label: string;
  measure: string;
  rows: readonly { member: Member; reason?: string }[];
  pages: Pages;
  /** What the members are set against, in words. */
  against?: string;
}

/** Models in rows, each with its facts below its name. */
export function Models({ label, measure, rows, pages, against = 'the best' }: TableProps) {
  return (
    <table class="choose-table">
      <caption class="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" class="is-right">
            {measure} ±
          </th>
          <th scope="col" class="is-right">
            Memory
          </th>
        </tr>
      </thead>
      {rows.map(({ member, reason }) => (
        <tbody key={member.candidate.model}>
          {reason !== undefined && (
            <tr>
              <td colSpan={3}>{reason}</td>
            </tr>
          )}
          <tr>
            <th scope="rowgroup">
              <a class="choose-name" href={pageOf(member.candidate, pages)}>
                {member.candidate.model}
              </a>
            </th>
            <td class="is-right">{scoreWords(member)}</td>
            <td class="is-right">{gigabyteWords(member.memory)}</td>
          </tr>
          <tr class="choose-facts">
            <td colSpan={3}>
              <Facts member={member} against={against} pages={pages} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
