/** Three channels in [0, 1]. */
export type Rgb = readonly [number, number, number];

/** Reads `#rrggbb`. Throws on anything else: tokens are written in one form. */
export function parseHex(text: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (!match) throw new Error(`A colour token is written #rrggbb, not ${text}`);
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** sRGB to linear light, IEC 61966-2-1. */
export function linear(colour: Rgb): Rgb {
  const channel = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return [channel(colour[0]), channel(colour[1]), channel(colour[2])];
}

/** Contrast ratio in [1, 21], WCAG 2.2. */
export function contrast(a: Rgb, b: Rgb): number {
  const [one, two] = [luminance(a), luminance(b)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// Machado, Oliveira & Fernandes 2009, severity 1.0, applied in linear light.
const deficiencies = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;

/** A kind of colour vision. */
export type Vision = keyof typeof deficiencies;
export const visions = Object.keys(deficiencies) as Vision[];

/** Distance in CIE L*a*b* (CIE76, D65) between two colours as seen with a kind of colour vision. */
export function seenDistance(a: Rgb, b: Rgb, vision: Vision): number {
  const [one, two] = [lab(seen(a, vision)), lab(seen(b, vision))];
  return Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
}

/** Linear light as seen with a kind of colour vision. */
function seen(colour: Rgb, vision: Vision): Rgb {
  const [red, green, blue] = linear(colour);
  const m = deficiencies[vision];
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clamp(m[0] * red + m[1] * green + m[2] * blue),
    clamp(m[3] * red + m[4] * green + m[5] * blue),
    clamp(m[6] * red + m[7] * green + m[8] * blue),
  ];
}

/** CIE L*a*b* of linear sRGB under D65. */
export function lab([red, green, blue]: Rgb): Rgb {
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
