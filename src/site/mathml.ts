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
  const plain = math.replaceAll(/ (?:style|class)="[^"]*"/g, '');
  // Browsers write a variable with the italics of a mathematical alphabet, which is blank without such a font.
  // As a plain letter it can be set in the text's own face, and slanted by the style sheet.
  return plain.replaceAll(/<mi>(.)<\/mi>/gu, '<mi mathvariant="normal" class="variable">$1</mi>');
}
