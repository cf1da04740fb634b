import { binWidth, carbonBinWidth, type Standing } from './profile.ts';
import { count, measured, measureTitle, percentile } from './words.ts';

const width = 220;
const height = 26;

/** The places of a value and of the ends of bins on the strip, from 0 to 1: points as they are, carbon by ratios. */
function placesOf({ measure, value, bins }: Standing) {
  if (measure !== 'co2_kg') return { own: value / 100, end: (index: number) => (index * binWidth) / 100 };
  const own = value > 0 ? Math.log2(value) : 0;
  const ends = bins.flatMap(([index]) => [index * carbonBinWidth, (index + 1) * carbonBinWidth]);
  const low = Math.floor(Math.min(own, ...ends));
  const span = Math.max(1, Math.ceil(Math.max(own, ...ends)) - low);
  return {
    own: value > 0 ? (own - low) / span : 0,
    end: (index: number) => (index * carbonBinWidth - low) / span,
  };
}

/** The distribution of the size peers as bars, with the model as a line. */
function Strip({ standing, colour }: { standing: Standing; colour: string }) {
  const { bins } = standing;
  const { own, end } = placesOf(standing);
  const most = Math.max(1, ...bins.map(([, count]) => count));
  const place = own * width;
  return (
    <svg
      class="finder-strip"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map(([index, models]) => {
        const left = end(index) * width;
        const right = end(index + 1) * width;
        const tall = (models / most) * (height - 4);
        return (
          <rect
            key={index}
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
