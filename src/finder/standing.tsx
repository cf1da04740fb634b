import { binned, binWidth, type Standing } from './profile.ts';
import { count, measured, measureTitle, percentile } from './words.ts';

const width = 220;
const height = 26;

/** A value's place on the strip, from 0 to 1: points as they are, carbon by ratios. */
function placesOf({ measure, value, peers }: Standing) {
  if (measure !== 'co2_kg')
    return { at: (each: number) => each / 100, bins: binned(peers, binWidth), step: binWidth };
  const logs = peers.filter((each) => each > 0).map(Math.log2);
  const own = value > 0 ? Math.log2(value) : 0;
  const low = Math.floor(Math.min(own, ...logs));
  const high = Math.ceil(Math.max(own, ...logs)) || 1;
  const span = Math.max(1, high - low);
  return {
    at: (each: number) => ((each > 0 ? Math.log2(each) : low) - low) / span,
    bins: binned(logs, 1 / 4).map((bin) => ({ ...bin, from: 2 ** bin.from })),
    step: undefined,
  };
}

/** The distribution of the size peers as bars, with the model as a line. */
function Strip({ standing, colour }: { standing: Standing; colour: string }) {
  const { at, bins, step } = placesOf(standing);
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const place = at(standing.value) * width;
  return (
    <svg
      class="finder-strip"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map(({ from, count: models }) => {
        const left = at(from) * width;
        const right = at(step === undefined ? from * 2 ** (1 / 4) : from + step) * width;
        const tall = (models / most) * (height - 4);
        return (
          <rect
            key={from}
            class="finder-bin"
            x={left.toFixed(2)}
            y={(height - tall).toFixed(2)}
            width={Math.max(1, right - left - 0.5).toFixed(2)}
            height={tall.toFixed(2)}
          />
        );
      })}
      <line
        class="finder-mark"
        stroke={colour}
        x1={place.toFixed(2)}
        x2={place.toFixed(2)}
        y1="0"
        y2={height}
      />
    </svg>
  );
}

interface Props {
  standings: readonly Standing[];
  peers: number;
  /** Of the model's own mark. */
  colour: string;
}

/** A model's scores and its carbon against its size peers. */
export function Standings({ standings, peers, colour }: Props) {
  return (
    <table class="finder-standings">
      <caption>
        Against {count(peers)} {peers === 1 ? 'model' : 'models'} of its size
      </caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col" class="is-right">
            Value
          </th>
          <th scope="col">
            <span class="sr-only">Distribution of its peers</span>
          </th>
          <th scope="col">Percentile</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <tr key={standing.measure}>
            <th scope="row">{measureTitle(standing.measure)}</th>
            <td class="is-right">{measured(standing.measure, standing.value)}</td>
            <td>
              <Strip standing={standing} colour={colour} />
            </td>
            <td>{standing.percentile === null ? 'no peers' : percentile(standing.percentile)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
