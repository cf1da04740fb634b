import { iconSizes } from '../rendering/icon.ts';
import { withBase } from '../site/base.ts';
import { report } from '../site/report.ts';
import { lightColour } from '../publication/light-colours.ts';

/** What a device that keeps the report among its applications calls it and shows for it. */
export const GET = () =>
  new Response(
    `${JSON.stringify(
      {
        name: report.title,
        description: report.description,
        lang: 'en-GB',
        id: withBase('/'),
        start_url: withBase('/'),
        scope: withBase('/'),
        display: 'browser',
        theme_color: lightColour('--accent'),
        background_color: lightColour('--paper'),
        icons: iconSizes.map((size) => ({
          src: withBase(`/icons/${size}.png`),
          sizes: `${size}x${size}`,
          type: 'image/png',
        })),
      },
      null,
      1,
    )}\n`,
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
