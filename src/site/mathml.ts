import temml from 'temml';

/**
 * A formula as MathML, which browsers lay out themselves, without script, style sheet or font of ours.
 *
 * @param tex the formula in TeX
 * @param display whether it stands on a line of its own
 * @throws Error for TeX that cannot be read
 */
export function mathml(tex: string, display = false): string {
  const math = temml.renderToString(tex, { displayMode: display, throwOnError: true, trust: false });
  // The Content-Security-Policy forbids inline styles; the classes belong to a style sheet that is not used.
  return math.replaceAll(/ (?:style|class)="[^"]*"/g, '');
}
